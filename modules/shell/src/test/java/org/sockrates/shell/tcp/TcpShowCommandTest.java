package org.sockrates.shell.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.wire.TcpProbe;

/** What this machine's own kernel says of connections over loopback. */
class TcpShowCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void needsAKernelThatTells() {
        assumeThat(TcpProbe.missing()).isEmpty();
    }

    @Test
    void showsEveryConnectionInItsState() {
        typing.connectTcp();
        typing.all("send alice hello", "recv bob").ends(0);
        List<String> lines = typing.type("tcp").ends(0).lines();
        assertThat(lines.get(0)).matches("fd name +State +cwnd +ssthresh +flight +lost +retrans +rtt/var +rto +mss");
        assertThat(lines.get(1))
                .matches(" 4 alice ESTAB +[0-9]+ +(none|[0-9]+) +[01] +0 +0/0 +[0-9.]+/[0-9.]+ +[0-9.]+ +[0-9]+");
        assertThat(lines.get(2)).startsWith(" 5 bob   ESTAB ");
        assertThat(lines).hasSize(5).allMatch(line -> line.length() <= 80);
        typing.type("shutdown alice out").ends(0);
        assertThat(typing.type("tcp show").lines().get(1)).matches(" 4 alice FIN-WAIT-[12] .*");
    }

    @Test
    void showsOneOnAPage() {
        typing.connectTcp();
        List<String> lines = typing.type("tcp show alice").ends(0).lines();
        assertThat(lines.get(0)).matches("alice \\(4\\): 127\\.0\\.0\\.1:\\d+ > 127\\.0\\.0\\.1:\\d+");
        assertThat(lines).hasSize(12).anyMatch(line -> line.matches("  cwnd +\\d+ segments, \\d+ bytes +so much .*"));
    }

    @Test
    void tellsAProgramEveryFigure() {
        typing.connectTcp();
        Map<String, Object> bob = typing.type("tcp show --json").jsonList().get(1);
        assertThat(bob)
                .containsEntry("name", "bob")
                .containsEntry("state", "ESTAB")
                .containsKeys("cwnd", "ssthresh", "rtt_ms", "rto_ms", "in_flight", "mss");
        assertThat(typing.type("tcp show bob --json").json()).containsOnlyKeys(bob.keySet());
    }

    @Test
    void showsWhatServersAndClientsHave() {
        typing.opens("echo", "server tcp 0 --echo");
        typing.all("socket tcp --as alice", "connect alice {echo}", "send alice hello", "recv alice")
                .ends(0);
        assertThat(typing.type("tcp show").lines())
                .anyMatch(line -> line.matches(" *3 alice +ESTAB .*"))
                .anyMatch(line -> line.matches(" *4 server 1 +ESTAB .*"));
    }

    @Test
    void ofAConnectionThatIsOverTheKernelKeepsItsStateAlone() {
        typing.connectTcp();
        typing.all("shutdown alice out", "recv bob", "shutdown bob out", "recv alice")
                .ends(0);
        assertThat(typing.type("tcp show alice").lines().get(1))
                .isEqualTo("  n/a: it is over; the kernel keeps only its state, TIME-WAIT");
        assertThat(typing.type("tcp show alice --json").json())
                .containsEntry("state", "TIME-WAIT")
                .containsEntry("cwnd", null);
    }

    @Test
    void saysWhatIsNoConnection() {
        typing.type("tcp").shows("no TCP connection is open; make one:  connect");
        typing.all("socket udp --as carol", "socket tcp --as dave").ends(0);
        typing.type("tcp").shows("no TCP connection is open; make one:  connect");
        typing.type("tcp show carol").refuses("tcp: show: carol (3) is of udp (expected: a TCP connection)");
        typing.type("tcp watch dave")
                .refuses("tcp: watch: dave (4) is no TCP connection (expected: one); make it one:  connect");
        typing.type("tcp show 9").ends(4);
        typing.type("tcp show dvae").refuses("tcp: \"dvae\" (expected: a socket: dave?)");
    }
}
