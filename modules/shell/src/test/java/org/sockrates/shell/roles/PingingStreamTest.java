package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;
import org.sockrates.transport.testkit.Task;

/** The pinger over a stream, which has no replies but those that somebody tells apart. */
class PingingStreamTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aGreetingIsNoReply() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Void> greets = Task.start(() -> {
                try (Socket peer = server.accept()) {
                    BufferedReader lines =
                            new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream out = peer.getOutputStream();
                    String first = lines.readLine();
                    out.write("220 welcome\r\n".getBytes(StandardCharsets.US_ASCII));
                    String second = lines.readLine();
                    out.write((first + "\n" + second + "\n").getBytes(StandardCharsets.US_ASCII));
                    return null;
                }
            });
            typing.type("client " + server.getLocalPort() + " --count 2 --timeout 10s")
                    .matches(
                            "ping 1    reply without a number after .*",
                            "ping 1    reply after .*",
                            "ping 2    reply after .*",
                            "tcp .*: sent 2, received 2, lost 0 \\(0 %\\), unasked 1",
                            "round trip .*, n=2")
                    .ends(0);
            greets.result();
        }
    }

    @Test
    void messagesMayBeLongerThanAnyBuffer() {
        typing.opens("echo", "server tcp 0 --echo --quiet");
        Map<String, Object> counts = typing.type("client {echo} #3000000 --count 2 --timeout 20s --json")
                .ends(0)
                .json();
        assertThat(counts)
                .containsEntry("received", 2)
                .containsEntry("unasked", 0)
                .containsEntry("duplicates", 0);
    }

    /** Its lines are taken in order, but none that came before the message was sent. */
    @Test
    void whoeverTalksAllTheTimeRepliesInNoNegativeTime() {
        typing.opens("chargen", "server tcp 0 --chargen --quiet");
        Map<String, Object> counts =
                typing.type("client {chargen} --count 3 --json").ends(0).json();
        assertThat(counts).containsEntry("received", 3);
        assertThat((double) counts.get("rtt_min_ms")).isPositive();
    }

    @Test
    void whatHasNoEndOfLineIsNoReplyYet() {
        typing.opens("fixed", "server tcp 0 --reply pong --quiet");
        typing.type("client {fixed} --count 1 --timeout 300ms")
                .matches(
                        "ping 1    no reply within 300ms",
                        "tcp .*: sent 1, received 0, lost 1 \\(100 %\\)",
                        "  4 bytes came without an end of line, by which the replies of a stream are told",
                        "  apart")
                .ends(4);
    }
}
