package org.sockrates.shell.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Origin;

class ServerCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @AutoClose
    private final Typing typing = new Typing();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp | --echo             | echo, iterative",
                "tcp |                    | echo, iterative",
                "udp |                    | echo",
                "tcp | --reply \"hi you\" | reply of 6 bytes, iterative",
                "udp | --reply hex:4142   | reply of 2 bytes",
                "udp | --discard          | discard",
                "tcp | --chargen          | chargen, iterative",
                "udp | --pinger 30%       | pinger, silent 30%, seed 42",
                "udp | --pinger 5% --seed 7 | pinger, silent 5%, seed 7",
                "tcp | --style threads    | echo, threads",
                "tcp | --style selector   | echo, selector",
            })
    void saysWhatItServesAndWhere(String transport, String options, String told) {
        typing.opens("it", "server " + transport + " 0 " + (options == null ? "" : options))
                .shows("server " + transport + " 127.0.0.1:{it}: " + told + " (job 1)");
        typing.type("jobs").shows("[1] server " + transport + " 127.0.0.1:{it}");
    }

    @ParameterizedTest
    @CsvSource({"--echo, hello", "--reply HELLO, HELLO", "--pinger 0%, HELLO"})
    void answersOverBothTransports(String options, String answer) {
        for (String transport : List.of("tcp", "udp")) {
            typing.opens("it", "server " + transport + " 0 --quiet " + options);
            typing.type("client " + transport + " {it} hello")
                    .has("received  5 bytes: \"" + answer + "\"")
                    .ends(0);
        }
    }

    /** More than a datagram server remembers; each has an address of its own, and has been answered. */
    @Test
    void ofSoManySendersThatSomeAreForgottenItSaysHowManyThereAreAtLeast() throws IOException {
        typing.opens("it", "server udp 0 --quiet");
        int port = typing.port("it");
        for (int i = 0; i < 10_002; i++) {
            try (DatagramSocket sender =
                    new DatagramSocket(0, InetAddress.getByName("127.1." + i / 200 + "." + (1 + i % 200)))) {
                sender.setSoTimeout((int) LIMIT.toMillis());
                DatagramPacket hello = new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port);
                sender.send(hello);
                sender.receive(hello);
            }
        }
        typing.type("stop").ends(0);
        typing.hears("server udp 127\\.0\\.0\\.1:{it} served: peers at least 10001, messages 10002, .*");
    }

    @Test
    void speaksUnderTheNumberOfItsJob() {
        typing.all("socket udp --as mute", "bind mute 0", "set timeout 60s").ends(0);
        typing.type("recvfrom mute &");
        typing.opens("it", "server udp 0").has("server udp 127.0.0.1:{it}: echo (job 2)");
        typing.type("client udp {it} hello").ends(0);
        typing.hears("server 2 recvfrom.*");
        typing.type("server udp {it}").ends(4);
        typing.opens("other", "server udp 0").has("server udp 127.0.0.1:{other}: echo (job 4)");
        typing.type("client udp {other} hello").ends(0);
        typing.hears("server 4 recvfrom.*");
        typing.type("stop *");
    }

    @Test
    void discardSaysNothing() {
        typing.opens("it", "server tcp 0 --discard --quiet");
        typing.type("client {it} hello").has("received  0 bytes").ends(0);
    }

    @Test
    void chargenSaysEverything() {
        typing.opens("it", "server udp 0 --chargen --quiet");
        typing.type("client udp {it} x")
                .has("received  74 bytes: \"!\\\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUV\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iterative", "threads", "selector", "virtual"})
    void everyStyleServesSeveral(String style) {
        assumeTrue(!style.equals("virtual") || Runtime.version().feature() >= 21);
        typing.opens("it", "server tcp 0 --quiet --style " + style);
        for (int i = 0; i < 3; i++) {
            typing.type("client {it} hello").has("received  5 bytes: \"hello\"");
        }
        typing.type("stop").ends(0);
        typing.hears("server tcp 127\\.0\\.0\\.1:{it} served: peers 3, messages 3, bytes in 15, out 15");
    }

    @Test
    void virtualThreadsNeedAYoungerJava() {
        assumeTrue(Runtime.version().feature() < 21);
        typing.type("server tcp 0 --style virtual")
                .fails(
                        "server: --style virtual: Java " + Runtime.version().feature()
                                + " has no virtual threads, 21 has; use --style threads",
                        5);
    }

    @Test
    void tellsEveryCallUnlessItIsToBeQuiet() {
        typing.opens("it", "server udp 0");
        typing.type("client udp {it} hello").ends(0);
        typing.hears("server 1 recvfrom\\(3, \"hello\", 65536, 0, 127\\.0\\.0\\.1:[0-9]+\\) = 5");
        typing.hears("server 1 sendto\\(3, \"hello\", 5, 0, 127\\.0\\.0\\.1:[0-9]+\\) = 5");
        typing.type("stop").ends(0);
        typing.hears("server 1 close\\(3\\) = 0");
        assertThat(typing.news()).noneMatch(line -> line.contains("EBADF"));
        typing.opens("quiet", "server udp 0 --quiet");
        typing.type("client udp {quiet} hello").ends(0);
        assertThat(typing.news()).noneMatch(line -> line.startsWith("server 2:"));
    }

    @Test
    void aFullBacklogLetsNobodyIn() {
        typing.opens("it", "server tcp 0 --backlog 1 --pause-after-listen 60s --quiet");
        typing.all("socket", "connect {it}", "socket", "connect {it}", "set timeout 200ms", "socket")
                .ends(0);
        typing.type("connect {it}")
                .has("connect(5, 127.0.0.1:{it}) = -1 ETIMEDOUT (Connection timed out)")
                .ends(4);
    }

    @Test
    void whoStopsAServerDoesNotWaitForItsPause() {
        typing.opens("it", "server tcp 0 --pause-after-listen 60s --quiet");
        typing.type("stop").ends(0);
        assertThat(typing.session().jobs().all()).isEmpty();
    }

    @Test
    void whatIsNotReadWaitsInTheKernel() throws IOException {
        typing.opens("it", "server tcp 0 --pause-before-read 60s");
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), typing.port("it"))) {
            peer.getOutputStream().write(new byte[5]);
            typing.hears("server 1 accept.*");
            assertThat(typing.news()).noneMatch(line -> line.contains("recv("));
        }
    }

    @Test
    void aPeerThatIsSilentIsClosed() throws IOException {
        typing.opens("it", "server tcp 0 --idle 30ms --quiet");
        try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), typing.port("it"))) {
            peer.setSoTimeout(10_000);
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aRushIsOnlyCounted() {
        typing.opens("it", "server udp 0");
        typing.type("client udp {it} --count 60 --interval 0ms").ends(0);
        assertThat(typing.news()).hasSizeLessThan(60);
    }

    @Test
    void aTraceTellsItAlready() {
        typing.type("trace on").ends(0);
        typing.opens("it", "server udp 0");
        typing.type("client udp {it} hello").ends(0);
        typing.hears("0\\.[0-9]{6} server 1 sendto.*");
        assertThat(typing.news()).noneMatch(line -> line.startsWith("server 1:"));
    }

    @Test
    void servesOverIpv6() {
        typing.type("set family ipv6").ends(0);
        typing.type("server tcp 0 --quiet").matches("server tcp \\[::1]:[0-9]+: echo, iterative \\(job 1\\)");
    }

    @Test
    void inTheForegroundTwoDocumentsTellAProgramWhereItIsAndWhatItDid() {
        LineInterpreter.Started started =
                typing.interpreter().start("server udp 0 --quiet --json", Origin.ARGUMENTS, typing.ear());
        await().until(() -> !typing.ear().results().isEmpty());
        assertThat(typing.ear().results().get(0))
                .startsWith("{\"server\":\"udp\",\"address\":\"127.0.0.1:")
                .endsWith("\"service\":\"echo\",\"job\":null}");
        started.job().cancel();
        assertThat(started.job().await(LIMIT)).isTrue();
        assertThat(started.job().status()).isEqualTo(130);
        assertThat(typing.ear().results()).hasSize(2).last().asString().contains("\"peers\":0,\"messages\":0");
    }

    @Test
    void inTheForegroundItSaysHowItEnds() {
        LineInterpreter.Started started =
                typing.interpreter().start("server tcp 0 --quiet", Origin.ARGUMENTS, typing.ear());
        await().until(() -> !typing.ear().results().isEmpty());
        assertThat(typing.ear().results().get(0))
                .matches("server tcp 127\\.0\\.0\\.1:[0-9]+: echo, iterative; Ctrl-C ends it");
        started.job().cancel();
        assertThat(started.job().await(LIMIT)).isTrue();
        assertThat(typing.ear().results().get(1)).endsWith("served: peers 0, messages 0, bytes in 0, out 0");
    }

    @Test
    void aPortInUseIsNamed() {
        typing.opens("it", "server tcp 0 --quiet");
        typing.type("server tcp {it}")
                .fails(
                        "server: tcp 127.0.0.1:{it}: this very process (see  jobs) has it; try another port, or 0 for any",
                        4);
        typing.type("jobs").shows("[1] server tcp 127.0.0.1:{it}");
    }

    @Test
    void aSocketOfTheSessionIsNamedAsForABind() {
        typing.all("socket --as one", "bind one 0", "socket udp --as two", "bind two 0")
                .ends(0);
        typing.type("server tcp {one}")
                .fails(
                        "server: tcp 127.0.0.1:{one}: one (3) of this session has it: try another port, or  close one",
                        4);
        typing.type("server udp {two}")
                .fails(
                        "server: udp 127.0.0.1:{two}: two (4) of this session has it: try another port, or  close two",
                        4);
    }

    @Test
    void aConnectionThatIsLeftHoldsAPort() {
        typing.connectTcp();
        typing.all("close bob", "recv alice", "close door").ends(0);
        await().untilAsserted(() -> typing.type("server tcp {door}")
                .fails(
                        "server: tcp 127.0.0.1:{door}: this port is in FIN-WAIT-2: the other end, alice (4), has not closed;"
                                + " who had it had not set SO_REUSEADDR, or somebody is bound there whom no table shows",
                        4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server                      | server: too few words (expected: [HOST] PORT); see  help server",
                "server 0 9                  | server: \"9\" (expected: nothing more; see  help server)",
                "server 65536                | server: \"65536\" (expected: a whole number from 0 to 65535)",
                "server tcp 0 --echo --discard | server: discard and echo (expected: one service); start two servers",
                "server udp 0 --style threads  | server: --style with udp: one socket serves everybody, nobody connects (expected: no --style)",
                "server udp 0 --backlog 3 | server: --backlog with udp: one socket serves everybody, nobody connects (expected: no --backlog)",
                "server udp 0 --idle 3s | server: --idle with udp: one socket serves everybody, nobody connects (expected: no --idle)",
                "server udp 0 --pause-after-listen 3s | server: --pause-after-listen with udp: one socket serves everybody, nobody connects (expected: no --pause-after-listen)",
                "server 0 --backlog 65536 | server: --backlog: \"65536\" (expected: a whole number from 1 to 65535)",
                "server 0 --idle 0s | server: --idle: \"0s\" (expected: a duration from 1ms to 86400s)",
                "server 0 --seed 3 | server: --seed without --pinger (expected: both)",
                "server tcp 0 --style forks    | server: --style: \"forks\" (expected: iterative, threads, virtual, selector)",
                "server udp 0 --pinger 130%  | server: --pinger: \"130%\" (expected: a percentage from 0% to 100%)",
                "server 0 --backlog 0        | server: --backlog: \"0\" (expected: a whole number from 1 to 65535)",
                "server 0 --idle soon        | server: --idle: \"soon\" (expected: a duration such as 20ms; units: ns us ms s min h)",
                "server any 0                | server: 0.0.0.0:0 can be reached from other machines (expected: a loopback address); say --allow-remote to mean it",
            })
    void saysWhatCannotBeMeant(String line, String message) {
        typing.type(line).refuses(message);
        assertThat(typing.session().jobs().all()).isEmpty();
    }

    @Test
    void onlyAPersonLetsOtherMachinesIn() {
        for (Origin origin : List.of(Origin.SCRIPT, Origin.LAB)) {
            typing.type("server any 0 --allow-remote", origin)
                    .refuses("server: --allow-remote in a script or lab (expected: typed by a person)");
        }
        typing.type("server any 0", Origin.LAB)
                .refuses("server: \"0.0.0.0\" (expected: in a lab, a loopback address; whoever runs the lab may type"
                        + " --allow-remote)");
        typing.type("server any 0 --allow-remote --quiet")
                .matches("server tcp 0\\.0\\.0\\.0:[0-9]+: echo, iterative \\(job 1\\)");
    }
}
