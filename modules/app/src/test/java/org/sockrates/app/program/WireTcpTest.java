package org.sockrates.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.app.process.NeedsWire;
import org.sockrates.app.process.Started.Ended;

/** What the shell shows of the kernel's TCP on a wire, and sets there, and there alone. */
@NeedsWire
class WireTcpTest extends OwnMachine {
    private static String sack() throws IOException {
        return Files.readAllLines(Path.of("/proc/sys/net/ipv4/tcp_sack")).get(0);
    }

    @Test
    void settingsChangeOnTheWireAndNowhereElse() throws IOException, InterruptedException {
        String before = sack();
        Ended ended = sockrates.readOnWire("""
            tcp profile textbook
            tcp set rto-min 300ms
            tcp settings
            tcp set congestion nonesuch
            """);
        assertThat(ended.out())
                .contains("textbook: reno, without sack dsack rack tlp frto timestamps ecn")
                .anyMatch(line -> line.matches("sack +off +\\* off +tells what came behind a gap .*"))
                .anyMatch(line -> line.matches("congestion +reno .*"));
        assertThat(ended.err())
                .singleElement()
                .asString()
                .startsWith("stdin:4: tcp: congestion: nonesuch is refused by this kernel")
                .contains("it offers reno");
        assertThat(ended.status()).isEqualTo(5);
        assertThat(sack()).isEqualTo(before);
    }

    /** Two labs in one process: what the first sets the second does not find. */
    @Test
    void whatALabSetsEndsWithIt() throws IOException, InterruptedException {
        String front = "---\ntitle: sets\npath: wire\n---\n";
        Path one = Files.writeString(
                folder.resolve("1.lab"),
                front + "> tcp set syn-retries 3\n> tcp set syn-retries\nsyn-retries 3: * (glob)\n");
        Path two =
                Files.writeString(folder.resolve("2.lab"), front + "> tcp set syn-retries\nsyn-retries 3: * (glob)\n");
        Ended ended = sockrates.run("run", one.toString(), two.toString());
        assertThat(ended.status()).as("%s", ended).isEqualTo(1);
        assertThat(ended.out()).anyMatch(line -> line.contains("1.lab") || line.contains("sets"));
        assertThat(sockrates.run("run", one.toString()).status()).isZero();
    }

    @Test
    void whatTheKernelGivesUpIsNotToldAsTheShellsOwnLimit() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire("""
            tcp set retries 1
            tcp set syn-retries 1
            set timeout 20s
            server tcp 7 --discard --quiet
            socket --as alice
            connect alice 7
            link use loss 100%
            send alice lost
            recv alice
            shutdown alice out
            socket
            connect 7
            """);
        assertThat(ended.out())
                .contains(
                        "recv(3, 65536) = -1 ETIMEDOUT (Connection timed out)",
                        "  the kernel gave up: no answer to what it sent again and again (tcp_retries2),",
                        "shutdown(3, SHUT_WR) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  the kernel gave up: no answer to the SYN, sent again and again")
                .noneMatch(line -> line.contains("within 20"));
    }

    @Test
    void aLossIsSeenInTheWindowOverTime() throws IOException, InterruptedException {
        Ended ended = sockrates.readOnWire("""
            tcp profile textbook
            link use delay 5ms drop data 40
            server 7 --discard --quiet
            socket --as alice
            connect alice 7
            tcp watch alice --every 1ms
            send alice #300000
            shutdown alice out
            recv alice
            tcp plot alice
            tcp plot alice --all --json
            """);
        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out()).anyMatch(line -> line.matches("in segments of 1460 bytes: cwnd .*, ssthresh .*"));
        assertThat(ended.out()).anyMatch(line -> line.matches("again .*x.*"));
        List<?> samples = (List<?>)
                JSON.std.mapFrom(ended.out().get(ended.out().size() - 1)).get("samples");
        Map<?, ?> first = (Map<?, ?>) samples.get(0);
        assertThat(first.get("cwnd")).isEqualTo(10);
        assertThat(first.get("ssthresh")).isNull();
        assertThat(samples)
                .anyMatch(each -> (int) ((Map<?, ?>) each).get("cwnd") > 20)
                .anyMatch(each ->
                        ((Map<?, ?>) each).get("ssthresh") != null && (int) ((Map<?, ?>) each).get("retransmits") > 0);
    }
}
