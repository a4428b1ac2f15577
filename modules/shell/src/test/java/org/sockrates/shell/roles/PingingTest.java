package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.testkit.Task;

/** The pinger, against servers that answer when the test wants them to. */
class PingingTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AutoClose
    private final Typing typing = new Typing();

    /** One that receives so many datagrams, then answers as it is told: by their numbers, in an order of its own. */
    private static Task<Void> answers(DatagramSocket server, int receives, int... replies) {
        return Task.start(() -> {
            server.setSoTimeout((int) LIMIT.toMillis());
            List<DatagramPacket> got = new ArrayList<>();
            for (int i = 0; i < receives; i++) {
                DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                server.receive(packet);
                got.add(packet);
            }
            for (int number : replies) {
                byte[] text = ("PING " + number + "\n").getBytes(StandardCharsets.US_ASCII);
                server.send(new DatagramPacket(text, text.length, got.get(0).getSocketAddress()));
            }
            return null;
        });
    }

    private static DatagramSocket server() throws IOException {
        return new DatagramSocket(new InetSocketAddress(HERE, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void sendsEachAfterTheReplyToTheOneBefore(String transport) {
        typing.opens("echo", "server " + transport + " 0 --echo --quiet");
        typing.type("client " + transport + " {echo} --count 3")
                .matches(
                        "ping 1    reply after [0-9.]+ ms",
                        "ping 2    reply after [0-9.]+ ms",
                        "ping 3    reply after [0-9.]+ ms",
                        transport + " 127\\.0\\.0\\.1:{echo}: sent 3, received 3, lost 0 \\(0 %\\)",
                        "round trip min/median/max [0-9.]+/[0-9.]+/[0-9.]+ ms, n=3")
                .ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void sendsAtItsIntervalWhateverBecameOfThoseBefore(String transport) {
        typing.opens("echo", "server " + transport + " 0 --echo --quiet");
        assertThat(typing.type("client " + transport + " {echo} data --count 20 --interval 1ms --timeout 10s --json")
                        .json())
                .containsEntry("sent", 20)
                .containsEntry("received", 20)
                .containsEntry("lost_packets", 0)
                .containsEntry("lost_percent", 0.0)
                .containsEntry("rtt_n", 20)
                .containsEntry("partial", false)
                .containsEntry("end", null);
    }

    @Test
    void doesNotWaitForRepliesBeforeItSendsTheNext() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> answers = answers(server, 4, 4, 2, 3, 1);
            typing.type("client udp " + server.getLocalPort() + " --count 4 --interval 0ms --timeout 10s")
                    .matches(
                            "ping 4    reply after .*",
                            "ping 2    reply after .*",
                            "ping 3    reply after .*",
                            "ping 1    reply after .*",
                            "udp .*: sent 4, received 4, lost 0 \\(0 %\\)",
                            "round trip .*, n=4")
                    .ends(0);
            answers.result();
        }
    }

    @Test
    void whoTellsSlowlyDelaysNothing() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> receives = answers(server, 4);
            Voice stopped = mock(Voice.class, line -> receives.result());
            String line = "client udp " + server.getLocalPort() + " --count 4 --interval 50ms --timeout 10ms";
            Job job = typing.interpreter().start(line, Origin.PROMPT, stopped).job();
            assertThat(job.await(LIMIT)).isTrue();
            verify(stopped).result("ping 4    no reply within 10ms");
        }
    }

    @Test
    void aReplyBehindItsTimeLimitIsLateAndNotLost() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> answers = answers(server, 2, 1, 2);
            Shown shown = typing.type("client udp " + server.getLocalPort() + " --count 2 --timeout 1s");
            assertThat(shown.lines().get(0)).isEqualTo("ping 1    no reply within 1s");
            assertThat(shown.lines().get(1)).matches("ping 1    late reply after [0-9.]+ ms");
            assertThat(shown.lines()).anyMatch(line -> line.contains(", late 1, lost "));
            answers.result();
        }
    }

    @Test
    void aReplyThatComesAgainIsADuplicate() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> answers = answers(server, 2, 1, 1, 2, 2);
            Map<String, Object> counts = typing.type(
                            "client udp " + server.getLocalPort() + " --count 2 --interval 0ms --timeout 10s --json")
                    .json();
            assertThat(counts).containsEntry("received", 2).containsEntry("lost_packets", 0);
            assertThat((int) counts.get("duplicates")).isBetween(1, 2);
            answers.result();
        }
    }

    @Test
    void aReplyToNothingIsNoReply() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> answers = answers(server, 1, 7, 0, 1);
            typing.type("client udp " + server.getLocalPort() + " --count 1 --timeout 10s")
                    .matches(
                            "ping 1    reply after .*",
                            "udp .*: sent 1, received 1, lost 0 \\(0 %\\), unasked 2",
                            "round trip .*, n=1");
            answers.result();
        }
    }

    @Test
    void ofAStreamNoMessageHasAnEndOfLineInIt() {
        typing.opens("echo", "server tcp 0 --quiet");
        typing.type("client tcp {echo} \"a\\nb\" --count 2")
                .refuses("client: --count: DATA has an end of line (expected: none); by it the replies of a stream are"
                        + " told apart, and each message gets its own");
        typing.type("client tcp {echo} a --count 2").ends(0);
    }

    @Test
    void whoNeverAnswersLosesAll() {
        typing.opens("mute", "server udp 0 --discard --quiet");
        typing.type("client udp {mute} --count 3 --interval 0ms --timeout 20ms")
                .matches(
                        "ping 1    no reply within 20ms",
                        "ping 2    no reply within 20ms",
                        "ping 3    no reply within 20ms",
                        "udp 127\\.0\\.0\\.1:{mute}: sent 3, received 0, lost 3 \\(100 %\\)")
                .ends(4);
    }

    @Test
    void countsWhatAPingerServerKeepsToItself() {
        typing.opens("pinger", "server udp 0 --pinger 30% --seed 11 --quiet");
        Map<String, Object> counts = typing.type("client udp {pinger} --count 6 --interval 0ms --timeout 300ms --json")
                .json();
        assertThat(counts).containsEntry("sent", 6).containsEntry("lost_packets", 2);
        assertThat((int) counts.get("received") + (int) counts.get("late")).isEqualTo(4);
    }

    @Test
    void repliesWithoutANumberAreTakenInOrder() {
        typing.opens("fixed", "server tcp 0 --reply \"pong\\n\" --quiet");
        typing.type("client {fixed} --count 2")
                .matches(
                        "ping 1    reply without a number after .*",
                        "ping 2    reply without a number after .*",
                        "tcp .*: sent 2, received 2, lost 0 \\(0 %\\)",
                        "round trip .*, n=2",
                        "what came carries no number; it was taken for replies, in order");
    }

    @Test
    void aRoundTripIsUnknownWhereNobodyCanSayWhoseReplyItIs() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> answers = Task.start(() -> {
                DatagramPacket packet = new DatagramPacket(new byte[100], 100);
                server.receive(packet);
                server.receive(packet);
                packet.setData("pong".getBytes(StandardCharsets.US_ASCII));
                server.send(packet);
                server.send(packet);
                return null;
            });
            typing.type("client udp " + server.getLocalPort() + " --count 2 --interval 0ms --timeout 10s")
                    .has("ping 1    a reply, perhaps to another")
                    .has("what came carries no number; it was taken for replies, in order")
                    .ends(0);
            answers.result();
        }
    }

    @Test
    void showsTheFirstFortyAndCountsTheRest() {
        typing.opens("echo", "server tcp 0 --echo --quiet");
        List<String> lines = typing.type("client {echo} --count 45").lines();
        assertThat(lines).hasSize(43).contains("… the rest is only counted");
        assertThat(lines.get(41)).contains("sent 45, received 45");
    }

    @Test
    void aServerThatHangsUpEndsItEarly() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, HERE)) {
            Task<Void> hangsUp = Task.start(() -> {
                try (Socket peer = server.accept()) {
                    byte[] ping = new byte[7];
                    peer.getInputStream().readNBytes(ping, 0, 7);
                    peer.getOutputStream().write(ping);
                }
                return null;
            });
            typing.type("client " + server.getLocalPort() + " --count 50 --interval 20ms")
                    .has("ended early: the server closed the connection")
                    .ends(4);
            hangsUp.result();
        }
    }

    @Test
    void nobodyListensThere() {
        typing.all("socket --as gone", "bind 0", "close gone").ends(0);
        typing.type("client {gone} --count 3")
                .fails("client: tcp 127.0.0.1:{gone}: refused, nobody listens there; start one:  server tcp {gone}", 4);
    }

    @Test
    void aMessageThatCannotBeSentWasNotSent() {
        assertThat(typing.type("client udp 9 #65507 --count 3 --json").ends(4).json())
                .containsEntry("sent", 0)
                .containsEntry("received", 0)
                .containsEntry("rtt_min_ms", null)
                .extractingByKey("end")
                .asString()
                .contains("65515 bytes (limit: 65507");
    }

    @Test
    void whatWasFoundUpToCtrlCIsShown() {
        typing.opens("echo", "server udp 0 --echo --quiet");
        LineInterpreter.Started started = typing.interpreter()
                .start(
                        "client udp " + typing.port("echo") + " --count 1000 --interval 10s",
                        Origin.PROMPT,
                        typing.ear());
        await().until(() -> typing.ear().results().stream().anyMatch(line -> line.startsWith("ping 1 ")));
        started.job().cancel();
        assertThat(started.job().await(LIMIT)).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results()).anyMatch(line -> line.endsWith("sent 1, received 1, lost 0 (0 %); partial"));
    }

    @Test
    void whatIsUnderWayAtCtrlCIsNotLost() throws Exception {
        try (DatagramSocket server = server()) {
            Task<Void> receives = answers(server, 1);
            LineInterpreter.Started started = typing.interpreter()
                    .start(
                            "client udp " + server.getLocalPort() + " --count 9 --interval 10s --timeout 10s",
                            Origin.PROMPT,
                            typing.ear());
            receives.result();
            started.job().cancel();
            assertThat(started.job().await(LIMIT)).isTrue();
            assertThat(typing.ear().results())
                    .anyMatch(line -> line.endsWith("sent 1, received 0, lost 0 (0 %), under way 1; partial"));
        }
    }
}
