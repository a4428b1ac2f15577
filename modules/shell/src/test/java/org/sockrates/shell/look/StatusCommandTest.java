package org.sockrates.shell.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Shown;
import org.sockrates.shell.Typing;

class StatusCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    private static String words(String line) {
        return line.strip().replaceAll(" +", " ");
    }

    @Test
    void whoSharesTheAddressOfOneThatListensIsOnlyBound() {
        typing.all("socket --as a", "options a SO_REUSEADDR on", "bind a localhost 0")
                .ends(0);
        typing.all("socket --as b", "options b SO_REUSEADDR on", "bind b localhost {a}", "listen b")
                .ends(0);
        List<String> rows = typing.type("status").lines();
        assertThat(rows)
                .filteredOn(row -> row.contains(" a "))
                .singleElement()
                .asString()
                .contains("BOUND");
        assertThat(rows)
                .filteredOn(row -> row.contains(" b "))
                .singleElement()
                .asString()
                .contains("LISTEN");
    }

    @Test
    void saysHowToMakeTheFirstSocket() {
        typing.type("status").shows("no socket is open; make one:  socket").ends(0);
    }

    @Test
    void showsStatesAddressesAndWhatMayBeCalledNext() {
        typing.all("socket tcp --as door", "bind 0", "listen", "socket udp", "socket tcp --as carol", "bind 0")
                .ends(0);
        Shown shown = typing.type("status").ends(0);
        assertThat(shown.lines().stream().map(StatusCommandTest::words))
                .containsExactly(
                        "fd name kind State Recv-Q Send-Q Local Peer next",
                        "3 door tcp LISTEN 0 5 127.0.0.1:" + typing.port("door") + " - accept",
                        "4 udp CREATED 0 0 - - bind sendto connect",
                        ".5 carol tcp BOUND 0 0 127.0.0.1:" + typing.port("carol") + " - listen connect");
    }

    @Test
    void aConversationFitsIntoEightyColumns() {
        typing.connectTcp();
        List<String> lines = typing.type("=").lines();
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(words(lines.get(2)))
                .isEqualTo("4 alice tcp ESTAB 0 0 127.0.0.1:" + typing.port("alice") + " 127.0.0.1:"
                        + typing.port("door") + " send recv");
        assertThat(words(lines.get(3))).isEqualTo("shutdown");
    }

    @Test
    void longNamesAndAddressesGoBelowTheirSocket() {
        typing.all(
                        "socket tcp --as the-door-of-all6 --ipv6",
                        "bind . ::1 0",
                        "listen",
                        "socket tcp --as another-name-16c --ipv6",
                        "connect ::1 {3}")
                .ends(0);
        assertThat(typing.type("status").lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void tellsWhatIsLeftOfAConversation() {
        typing.connectTcp();
        typing.all("shutdown alice out", "recv bob").ends(0);
        assertThat(typing.type("status").lines().stream().map(StatusCommandTest::words))
                .anyMatch(line -> line.startsWith("4 alice tcp FIN-WAIT-") && line.endsWith(" recv"))
                .anyMatch(line -> line.startsWith(".5 bob tcp CLOSE-WAIT 0 0") && line.endsWith(" send"));
        assertThat(next(4)).containsExactly("recv", "close");
        assertThat(next(5)).containsExactly("send", "shutdown");
        typing.type("shutdown bob both").ends(0);
        assertThat(next(5)).containsExactly("close");
        typing.type("close alice --reset").ends(0);
    }

    @Test
    void aResetLeavesItsNewsAndThenOnlyClose() {
        typing.connectTcp();
        typing.type("close alice --reset").ends(0);
        await().untilAsserted(() -> assertThat(next(5)).containsExactly("recv", "close"));
        typing.type("recv bob").ends(4);
        assertThat(next(5)).containsExactly("close");
        assertThat(row(5)).containsEntry("state", "CLOSED");
    }

    @Test
    void anEndThatClosedLastIsClosedWhileTheOtherIsInTimeWait() {
        typing.connectTcp();
        typing.all("shutdown alice out", "shutdown bob out").ends(0);
        assertThat(typing.type("status").lines().stream().map(StatusCommandTest::words))
                .anyMatch(line -> line.startsWith("4 alice tcp TIME-WAIT 0 0"))
                .anyMatch(line -> line.startsWith(".5 bob tcp CLOSED n/a n/a"));
    }

    /** The backlog is full, so the SYN gets no answer. */
    @Test
    void whoConnectsIsInSynSent() {
        typing.all("socket --as door", "bind 0", "listen . 1", "socket", "connect {door}", "socket", "connect {door}")
                .ends(0);
        typing.all("socket --as late", "connect late {door} &").ends(0);
        await().until(() -> "SYN-SENT".equals(row(6).get("state")));
        assertThat(row(6)).containsEntry("send_q", 1);
        typing.type("stop 1").ends(0);
    }

    @Test
    void datagramSocketsHaveTheirOwnNextCalls() {
        typing.connectUdp();
        typing.all("socket udp --as carol", "bind carol 0").ends(0);
        assertThat(next(3)).containsExactly("send", "recv");
        assertThat(next(5)).containsExactly("recvfrom", "sendto");
    }

    @Test
    void ofTwoAtOneAddressNobodyKnowsWhoseQueueIsWhose() {
        typing.all("socket udp --as old", "options old SO_REUSEADDR on", "bind old 0")
                .ends(0);
        assertThat(row(3)).containsEntry("state", "UNCONN").containsEntry("recv_q", 0);
        typing.all(
                        "socket udp --as new",
                        "options new SO_REUSEADDR on",
                        "bind new {old}",
                        "sendto old localhost {old} hi")
                .ends(0);
        assertThat(row(3)).containsEntry("state", "UNCONN").containsEntry("recv_q", null);
        assertThat(row(4)).containsEntry("state", "UNCONN").containsEntry("recv_q", null);
    }

    @Test
    void aCallThatWaitsIsToldWithItsJob() {
        typing.all("socket udp", "bind 0").ends(0);
        typing.type("recv &").ends(0);
        assertThat(words(typing.type("status").lines().get(1))).endsWith("- (job 1 waits)");
        assertThat(row(3)).containsEntry("waiting", "(job 1 waits)").containsEntry("next", List.of());
        typing.type("stop 1").ends(0);
        assertThat(row(3)).containsEntry("waiting", null);
    }

    @Test
    void ofDoorsThatShareAnAddressNobodyTellsWhoseRowItIs() {
        typing.all("socket --as one", "options one SO_REUSEPORT on", "bind one 0", "listen one", "socket --as two")
                .ends(0);
        typing.all("options two SO_REUSEPORT on", "bind two {one}", "listen two")
                .ends(0);
        assertThat(row(3)).containsEntry("recv_q", null).containsEntry("send_q", null);
        assertThat(String.join(" ", typing.type("help status").lines())).contains("SO_REUSEPORT");
    }

    @Test
    void aServersSocketsStandBehindOnesOwn() {
        typing.opens("server", "server 0 --quiet");
        typing.all("socket --as a", "connect a {server}", "socket --as b", "connect b {server}")
                .ends(0);
        String door = "127.0.0.1:" + typing.port("server");
        await().untilAsserted(() -> assertThat(
                        typing.type("status").lines().stream().map(StatusCommandTest::words))
                .contains(
                        "[1] server tcp LISTEN 1 50 " + door + " -",
                        "[1] server tcp ESTAB 0 0 " + door + " 127.0.0.1:" + typing.port("a"),
                        "[1] server tcp ESTAB 0 0 " + door + " 127.0.0.1:" + typing.port("b") + " (waits)"));
        assertThat(typing.type("status --json").jsonList())
                .filteredOn(row -> row.get("socket") == null)
                .hasSize(3)
                .allMatch(
                        row -> row.get("job").equals(1) && row.get("transport").equals("tcp"));
    }

    /** CLOSE-WAIT is the longest state a connection stays in. */
    @Test
    void whoWaitsAndHasGoneIsMarkedInTheSameLine() throws IOException {
        typing.opens("server", "server 0 --quiet");
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Socket served = new Socket(here, typing.port("server"));
                Socket gone = new Socket(here, typing.port("server"))) {
            assertThat(served.isConnected()).isTrue();
            gone.shutdownOutput();
            await().untilAsserted(() -> assertThat(typing.type("status").lines())
                    .allMatch(line -> line.length() <= 80)
                    .anyMatch(line -> line.matches("\\[1] server tcp +CLOSE-WAIT .* \\(waits\\)")));
        }
    }

    @Test
    void ofAServerWithManyAreShownSome() {
        typing.opens("server", "server 0 --quiet --style selector");
        for (int i = 0; i < 12; i++) {
            typing.all("socket", "connect {server}").ends(0);
        }
        await().untilAsserted(() -> assertThat(typing.type("status").lines()) // once the server has accepted the last
                .endsWith("[1] … 3 more:  status --json")
                .filteredOn(line -> line.startsWith("[1]"))
                .hasSize(11));
    }

    @Test
    void aServerOfDatagramsHasOneSocket() {
        typing.opens("server", "server udp 0 --quiet");
        assertThat(typing.type("status").lines().stream().map(StatusCommandTest::words))
                .containsExactly(
                        "fd name kind State Recv-Q Send-Q Local Peer next",
                        "[1] server udp UNCONN 0 0 127.0.0.1:" + typing.port("server") + " -");
    }

    @Test
    void aProgramGetsOneDocument() {
        assertThat(typing.type("status --json").documents()).containsExactly(List.of());
        typing.type("socket --as door").ends(0);
        assertThat(row(3))
                .containsEntry("name", "door")
                .containsEntry("transport", "tcp")
                .containsEntry("state", "CREATED")
                .containsEntry("local", null)
                .containsEntry("peer", null)
                .containsEntry("current", true)
                .containsEntry("next", List.of("bind", "connect"));
    }

    @Test
    void takesNoOperand() {
        typing.type("status door").refuses("status: \"door\" (expected: nothing more)");
        typing.type("status --all").refuses("status: \"--all\" (expected: no option; for text, quote it)");
    }

    @SuppressWarnings("unchecked")
    private List<String> next(int socket) {
        return (List<String>) row(socket).get("next");
    }

    private Map<String, Object> row(int socket) {
        return typing.type("status --json").jsonList().stream()
                .filter(row -> Integer.valueOf(socket).equals(row.get("socket")))
                .findFirst()
                .orElseThrow();
    }
}
