package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.Ear;
import org.sockrates.shell.MirroredPlace;
import org.sockrates.shell.Typing;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.testkit.Task;

/** The client that asks once; {@code PingingTest} has the pinger. */
class ClientCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource({"tcp, ': end of stream'", "udp, ''"})
    void asksOnceAndShowsTheReply(String transport, String end) {
        typing.opens("echo", "server " + transport + " 0 --echo --quiet");
        typing.type("client " + transport + " {echo} \"hello\\n\" you")
                .matches(
                        "sent      10 bytes to 127\\.0\\.0\\.1:{echo}",
                        "received  10 bytes: \"hello\\\\n\"",
                        "                    \" you\"",
                        "after     [0-9.]+ ms" + end)
                .ends(0);
    }

    @Test
    void aProgramGetsOneDocument() {
        typing.opens("echo", "server udp 0 --echo --quiet");
        assertThat(typing.type("client udp localhost {echo} \"h\\xe9\\n\" --json")
                        .json())
                .containsEntry("transport", "udp")
                .containsEntry("server", "127.0.0.1:" + typing.port("echo"))
                .containsEntry("sent_bytes", 3)
                .containsEntry("received_bytes", 3)
                .containsEntry("as_sent", true)
                .containsEntry("reply", "h\\xe9\\n")
                .containsEntry("end", null)
                .containsKey("milliseconds");
    }

    @Test
    void aStreamIsReadToItsEndAndNoFurtherThanAMebibyte() {
        typing.opens("chargen", "server tcp 0 --chargen --quiet");
        typing.type("client {chargen}")
                .has("sent      0 bytes to 127.0.0.1:{chargen}")
                .ends(0);
        assertThat(typing.type("client {chargen} --json").json()).containsEntry("end", "enough: 1048576 bytes");
    }

    /** What is not shown may be anything. */
    @Test
    void ofALongReplyItIsToldWhetherItIsWhatWasSent() {
        typing.opens("echo", "server tcp 0 --echo --quiet");
        assertThat(typing.type("client {echo} #1201").lines().get(1)).startsWith("received  1201 bytes, as sent: \"");
        assertThat(typing.type("client {echo} #1200").lines().get(1)).startsWith("received  1200 bytes, as sent: \"");
        assertThat(typing.type("client {echo} #900").lines().get(1)).startsWith("received  900 bytes: \"");
        typing.opens("chargen", "server udp 0 --chargen --quiet");
        assertThat(typing.type("client udp {chargen} #2000").lines().get(1)).doesNotContain("as sent");
    }

    @Test
    void whoGaveNothingToSendIsToldHow() {
        typing.opens("echo", "server tcp 0 --echo --quiet");
        typing.type("client tcp {echo}")
                .matches(
                        "sent      0 bytes to .*",
                        "received  0 bytes",
                        "after     [0-9.]+ ms: end of stream",
                        "  no DATA was given, so none was sent; with some:  client tcp 127.0.0.1:{echo}",
                        "  hello")
                .ends(0);
        for (String nothing : List.of("\"\"", "#0")) {
            assertThat(typing.type("client tcp {echo} " + nothing).ends(0).lines())
                    .hasSize(3);
        }
    }

    @Test
    void whoWouldNotWaitAtAllIsRefused() {
        typing.type("client udp 9 hello --timeout 0s")
                .refuses("client: --timeout: \"0s\" (expected: a duration from 1ms to 3600s)");
    }

    @Test
    void silenceWhereNobodyIsBoundNamesTheNextStep() {
        typing.all("socket udp --as gone", "bind 0", "close gone").ends(0);
        typing.type("client udp {gone} --count 2 --timeout 30ms")
                .has("  nobody is bound there; start one:  server udp " + typing.port("gone"))
                .ends(4);
        typing.type("client udp {gone} hello --timeout 30ms")
                .matches(
                        "sent      5 bytes to .*",
                        "received  0 bytes",
                        "after     [0-9.]+ ms: nothing more within 30ms",
                        "  nobody is bound there; start one:  server udp {gone}")
                .ends(124);
        typing.type("client udp {gone} hello --timeout 1s")
                .matches(
                        "  nobody is bound there; start one:  server udp {gone}",
                        "sent      5 bytes to .*",
                        "received  0 bytes",
                        "after     [0-9.]+ ms: nothing more within 1s")
                .ends(124);
    }

    @Test
    void whoWaitsBehindAnotherIsTold() {
        typing.opens("other", "server 0 --echo --quiet");
        typing.opens("busy", "server 0 --echo --quiet");
        typing.all("socket --as idle", "connect idle {busy}").ends(0);
        typing.type("client {busy} hello --timeout 100ms")
                .matches(
                        "sent      5 bytes to .*",
                        "received  0 bytes",
                        "after     [0-9.]+ ms: nothing more within 100ms",
                        "  1 connection waits there for accept: its server is busy with another, or does",
                        "  not call it;  server --style threads  serves several at once")
                .ends(124);
        assertThat(String.join(
                        " ",
                        typing.type("client {busy} --count 1 --timeout 100ms").lines()))
                .contains("there for accept: its server is");
        typing.all("set timeout 50ms", "socket --as second", "connect second {busy}")
                .ends(0);
        assertThat(String.join(" ", typing.type("recv second").lines()))
                .contains("nothing came within 50ms; ")
                .contains("there for accept: its server is");
    }

    @Test
    void aServerOfSeveralThatHasNotBegunIsAdvisedNothing() {
        typing.opens("late", "server 0 --style threads --pause-after-listen 60s --quiet");
        assertThat(String.join(
                        " ", typing.type("client {late} hi --timeout 100ms").lines()))
                .contains("there for accept: ")
                .doesNotContain("--style");
        for (String look : new String[] {"status", "jobs"}) {
            assertThat(String.join(" ", typing.type(look).lines()))
                    .contains("there for accept: ")
                    .doesNotContain("--style");
        }
        typing.type("stop *");
    }

    @Test
    void aDoorMadeByHandIsNoServerThoughOneOfDatagramsHasItsPort() {
        // of datagrams no port is in TIME-WAIT, so the door chooses
        typing.all("socket tcp --as door", "bind door 0", "listen door", "server udp {door} --quiet")
                .ends(0);
        typing.all("socket --as first", "connect first {door}", "accept door").ends(0);
        assertThat(String.join(
                        " ", typing.type("client {door} hi --timeout 100ms").lines()))
                .contains("1 connection waits there for accept: ")
                .doesNotContain("--style");
    }

    @Test
    void theQueueOfAnotherAddressIsNotThisDoors() throws Exception {
        typing.opens("busy", "server 127.0.0.2 0 --pause-after-listen 60s --quiet");
        typing.all("socket --as idle", "connect idle 127.0.0.2 {busy}").ends(0);
        try (ServerSocket mute = new ServerSocket(typing.port("busy"), 5, InetAddress.getByName("127.0.0.3"));
                Socket held = new Socket(mute.getInetAddress(), mute.getLocalPort(), null, 0);
                Socket accepted = mute.accept()) {
            assertThat(held.isConnected() && accepted.isConnected()).isTrue();
            typing.all("set timeout 50ms", "socket --as alice", "connect alice 127.0.0.3 {busy}")
                    .ends(0);
            try (Socket taken = mute.accept()) {
                assertThat(taken.isConnected()).isTrue();
                assertThat(typing.type("recv alice").lines()).noneMatch(line -> line.contains("there for accept"));
            }
        }
        typing.type("stop *");
    }

    @Test
    void silenceIsATimeLimit() {
        typing.opens("mute", "server udp 0 --discard --quiet");
        typing.type("client udp {mute} hello --timeout 30ms")
                .matches(
                        "sent      5 bytes to .*",
                        "received  0 bytes",
                        "after     [0-9.]+ ms: nothing more within 30ms")
                .ends(124);
    }

    @Test
    void aConnectionThatIsThrownAwayIsAFailure() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Task<Void> throwsAway = Task.start(() -> {
                try (Socket peer = server.accept()) {
                    peer.getInputStream().read();
                    peer.setSoLinger(true, 0);
                }
                return null;
            });
            assertThat(typing.type("client " + server.getLocalPort() + " hello")
                            .ends(4)
                            .lines())
                    .hasSize(3)
                    .last()
                    .asString()
                    .endsWith("ECONNRESET (Connection reset by peer)");
            throwsAway.result();
        }
    }

    @Test
    void nobodyListensThere() {
        typing.all("socket --as gone", "bind 0", "close gone").ends(0);
        typing.type("client {gone} hello")
                .fails("client: tcp 127.0.0.1:{gone}: refused, nobody listens there; start one:  server tcp {gone}", 4);
    }

    @Test
    void whoHasThePortAndIsNotMeantIsTold() {
        typing.all("socket udp --as other", "bind other 0").ends(0);
        typing.type("client tcp {other} hello")
                .fails(
                        "client: tcp 127.0.0.1:{other}: refused, only udp has somebody on port {other}; tcp has ports of"
                                + " its own",
                        4);
    }

    @Test
    void aDatagramHasALimit() {
        typing.type("client udp 9 #65508")
                .fails(
                        "client: udp 127.0.0.1:9: sendto: udp: 65508 bytes (limit: 65507 = 65535 - 20 IPv4 - 8 UDP);"
                                + " split it, or use tcp",
                        4);
    }

    @Test
    void canBeEndedWhileItWaits() {
        typing.opens("mute", "server udp 0 --discard --quiet");
        LineInterpreter.Started started =
                typing.interpreter().start("client udp " + typing.port("mute") + " x", Origin.PROMPT, typing.ear());
        await().until(() -> typing.type("journal --json").lines().stream()
                .anyMatch(line -> line.contains("client 1") && line.contains("sendto")));
        started.job().cancel();
        assertThat(started.job().await(Duration.ofSeconds(10))).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results()).last().asString().matches("after     [0-9.]+ ms: ended by you");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client                    | client: too few words (expected: [HOST] PORT); see  help client",
                "client udp                | client: too few words (expected: [HOST] PORT); see  help client",
                "client localhost          | client: \"localhost\" (expected: [HOST] PORT; see  help client)",
                "client 0                  | client: \"0\" (expected: a whole number from 1 to 65535)",
                "client any 9              | client: \"any\" (expected: one host to ask: localhost)",
                "client udp 0.0.0.0 9      | client: \"0.0.0.0\" (expected: one host to ask: localhost)",
                "client tcp :: 9           | client: \"::\" (expected: one host to ask: localhost)",
                "client 9 --interval 50ms  | client: --interval without --count (expected: both); say how many: --count 20",
                "client 9 --count 0        | client: --count: \"0\" (expected: a whole number from 1 to 1000000)",
                "client 9 --count 2 --interval 50 | client: --interval: \"50\" (expected: a duration with its unit: 50ms, 50s)",
                "client 9 hex:4            | payload: \"hex:4\" (expected: pairs of hexadecimal digits: hex:4865)",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
    }

    @Test
    void whoAsksAServerAtItsOwnAddressIsToldThatHeGoesPastTheWire() {
        typing.opens("echo", "server udp 0 --echo --quiet");
        Ear ear = new Ear();
        try (Session mirrored = MirroredPlace.session()) {
            LineInterpreter interpreter = new LineInterpreter(mirrored, all -> RoleCommands.all());
            String line = "client udp 127.0.0.1 " + typing.port("echo") + " hi";
            Job job = Objects.requireNonNull(interpreter.start(line, Origin.PROMPT, ear))
                    .job();
            assertThat(job.await(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(ear.news())
                .containsExactly("(this way the wire sees nothing of it; by 127.0.0.2, or without a host, it does)");
    }
}
