package org.sockrates.shell.spoil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sockrates.link.relay.LoopbackPath;
import org.sockrates.shell.Typing;
import org.sockrates.transport.rdt.socket.GoBackNTransport;
import org.sockrates.transport.udp.UdpTransport;

/** What a trace tells of the packets that pass a link. */
class RelayTraceTest {
    private static final String TIME = "[0-9]+\\.[0-9]+ ";
    private static final String UP = TIME + "127\\.0\\.0\\.1\\.[0-9]+ > 127\\.0\\.0\\.1\\.{door}: ";
    private static final String DOWN = TIME + "127\\.0\\.0\\.1\\.{door} > 127\\.0\\.0\\.1\\.[0-9]+: ";

    @AutoClose
    private final Typing typing = Typing.of(List.of(new GoBackNTransport(), new UdpTransport()), new LoopbackPath());

    @BeforeEach
    void letAServerListenBehindALink() {
        typing.all("use rdt-gbn", "trace on", "socket --as door", "bind door localhost 0", "listen door")
                .ends(0);
        typing.opens("relay", "link add localhost {door}");
    }

    @Test
    void aLinkTellsForWhomItIs() {
        assertThat(typing.type("link show").first()).startsWith("link 1: rdt-gbn 127.0.0.1:");
    }

    private void connect() {
        typing.all("socket --as alice", "connect alice localhost {relay}", "accept door --as bob")
                .ends(0);
    }

    @Test
    void aLinkThatCameLaterIsTracedToo() {
        connect();
        typing.hears(UP + "OPEN 0");
        typing.hears(DOWN + "ACK 0, next 1, win 187");
        typing.hears(DOWN + "OPEN 0");
        typing.all("send alice hello", "shutdown alice out").ends(0);
        typing.hears(UP + "DATA 1, length 5");
        typing.hears(UP + "END 2");
    }

    @Test
    void whatIsLostGoesAgainAndSaysSo() {
        connect();
        typing.all("link drop next data", "send alice #1409").ends(0);
        typing.hears(UP + "DATA 1, length 1399  <- dropped:.*");
        typing.hears(DOWN + "ACK 0, next 1, win 187 \\[Dup ACK #1\\]");
        typing.hears(UP + "DATA 2, length 10 \\[Retransmission\\]");
        typing.hears(DOWN + "ACK 2, next 3, win 18[0-9]");
    }

    @Test
    void whatIsHarmedOrComesTwiceSaysByWhichRule() {
        connect();
        typing.all("link corrupt next data", "send alice a").ends(0);
        typing.hears(UP + "DATA 1, length 1  <- corrupted:.*");
        typing.hears(UP + "DATA 1, length 1 \\[Retransmission\\]");
        typing.hears(DOWN + "ACK 1, next 2, win 18[0-9]");
        typing.all("link duplicate next data", "send alice b").ends(0);
        typing.hears(UP + "DATA 2, length 1  <- duplicated:.*");
        typing.hears(DOWN + "ACK 2, next 3, win 18[0-9] \\[Dup ACK #1\\]");
        typing.all("link delay next data 1ms", "send alice c").ends(0);
        typing.hears(UP + "DATA 3, length 1  <- delayed:.*");
    }

    @Test
    void aDatagramThatSaysNothingIsADatagram() {
        typing.all("socket udp --as carl", "bind carl localhost 0").ends(0);
        typing.opens("hop", "link add udp localhost {carl} loss 100%");
        typing.all("socket udp --as dora", "sendto dora localhost {hop} hello").ends(0);
        typing.hears(TIME + "127\\.0\\.0\\.1\\.[0-9]+ > 127\\.0\\.0\\.1\\.{carl}: UDP, length 5  <- dropped:.*");
    }

    @Test
    void nothingIsToldBehindItsEnd() {
        connect();
        typing.hears(DOWN + "OPEN 0");
        typing.type("trace off").ends(0);
        int told = typing.news().size();
        typing.all("send alice hello", "recv bob").ends(0);
        assertThat(typing.news()).hasSize(told);
    }

    @Test
    void aLadderShowsABrokenPacketAsOneThatNeverCame() {
        connect();
        typing.all("link corrupt next data", "send alice a", "recv bob").ends(0);

        assertThat(typing.type("ladder --segments --timeless").lines())
                .anyMatch(line -> line.contains("data 1 -") && line.contains("x corrupt"))
                .anyMatch(line -> line.startsWith("timeout [1]") && line.contains("data 1 again"));
    }
}
