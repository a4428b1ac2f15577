package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class ShutdownCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void outEndsTheStreamAndLeavesTheOtherDirection() {
        typing.connectTcp();
        typing.type("shutdown alice out").shows("shutdown(4, SHUT_WR) = 0").ends(0);
        typing.type("recv bob").shows("recv(5, \"\", 65536, 0) = 0 (end of stream)");
        typing.type("send alice x")
                .shows(
                        "send(4, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  you ended this direction yourself: shutdown alice out")
                .ends(4);
        typing.type("send bob still").ends(0);
        typing.type("recv alice").shows("recv(4, \"still\", 65536, 0) = 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUT_RD", "SHUT_WR", "SHUT_RDWR"})
    void cIsUnderstoodAsItIsShown(String direction) {
        typing.connectTcp();
        typing.type("shutdown alice " + direction)
                .shows("shutdown(4, " + direction + ") = 0")
                .ends(0);
    }

    @Test
    void inEndsReceivingOnly() {
        typing.connectTcp();
        typing.type("h alice in").shows("shutdown(4, SHUT_RD) = 0").ends(0);
        typing.type("recv alice")
                .shows(
                        "recv(4, \"\", 65536, 0) = 0 (end of stream)",
                        "  you ended this direction yourself: shutdown alice in",
                        "  Java answers without a call; Linux first hands out what came, and what comes");
        typing.type("send alice x").ends(0);
        typing.type("recv bob").shows("recv(5, \"x\", 65536, 0) = 1");
    }

    @Test
    void whatComesBehindBothIsResetAndWhoEndsItAgainIsToldSo() {
        typing.connectTcp();
        typing.all("shutdown alice both", "send bob late").ends(0);
        typing.type("recv alice")
                .has(
                        "  Java answers without a call; Linux first hands out what came, and tells if the",
                        "  connection was lost")
                .ends(0);
        typing.type("shutdown alice out")
                .shows("shutdown(4, SHUT_WR) = 0", "  the connection is over: in C it is ENOTCONN now")
                .ends(0);
        typing.type("shutdown alice in")
                .shows("shutdown(4, SHUT_RD) = 0", "  the connection is over: in C it is ENOTCONN now")
                .ends(0);
    }

    @Test
    void whatCameBehindThePeersEndNoCallTells() {
        typing.connectTcp();
        typing.all("shutdown bob out", "recv alice", "close bob --reset").ends(0);
        typing.type("shutdown alice out")
                .has("  its connection is over: the peer ended its direction, noticed at 12:01:07")
                .ends(4);
        typing.type("send alice x").has("send(4, \"x\", 1, 0) = -1 EPIPE (Broken pipe)");
        typing.type("recv alice").has("recv(4, \"\", 65536, 0) = 0 (end of stream)");
    }

    @Test
    void whatWouldComeBehindBothWouldBeReset() {
        typing.connectTcp();
        typing.type("shutdown alice both").ends(0);
        typing.type("recv alice")
                .has(
                        "  Java answers without a call; Linux first hands out what came, and resets the",
                        "  connection when more comes")
                .ends(0);
    }

    @Test
    void whatIsOverByBothEndsCannotBeShutDown() {
        typing.connectTcp();
        typing.all("shutdown alice out", "close bob").ends(0);
        typing.type("shutdown alice in")
                .shows(
                        "shutdown(4, SHUT_RD) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  its connection is over; was it lost,  recv alice  tells how")
                .ends(4);
        typing.type("recv alice").shows("recv(4, \"\", 65536, 0) = 0 (end of stream)");
    }

    @Test
    void whoseLastWordIsNotAcknowledgedHasAnEndOnBothSidesAndIsThere() {
        typing.connectTcp();
        typing.all("set timeout 20ms", "send alice #16000000", "shutdown alice out", "shutdown bob out")
                .ends(0);
        typing.type("recv alice").shows("recv(4, \"\", 65536, 0) = 0 (end of stream)");
        typing.type("shutdown alice in")
                .has("  both ends have ended it; in C it is 0 until the peer has acknowledged that")
                .ends(4);
    }

    @Test
    void aResetBehindOnesOwnEndIsTold() {
        typing.connectTcp();
        typing.all("send bob bye", "shutdown alice out", "close bob --reset").ends(0);
        typing.type("send alice x")
                .shows(
                        "send(4, \"x\", 1, 0) = -1 EPIPE (Broken pipe)",
                        "  you ended this direction yourself: shutdown alice out");
        typing.type("send alice x --urgent").ends(4);
        typing.type("shutdown alice in")
                .has("  its connection is over; was it lost,  recv alice  tells how")
                .ends(4);
        typing.type("recv alice").shows("recv(4, \"bye\", 65536, 0) = 3");
        typing.type("recv alice")
                .shows(
                        "recv(4, 65536) = -1 ECONNRESET (Connection reset by peer)",
                        "  the peer threw the connection away, noticed at 12:01:07");
    }

    @Test
    void whoReadsNoMoreIsToldByASendHowItWasLost() {
        typing.connectTcp();
        typing.all("shutdown alice in", "close bob --reset").ends(0);
        typing.type("shutdown alice out")
                .has("  its connection is over; was it lost,  send alice \"\"  tells how")
                .ends(4);
        typing.type("recv alice")
                .has("  Java answers without a call; Linux first hands out what came, and tells if the");
        typing.type("send alice \"\"")
                .shows(
                        "send(4, \"\", 0, 0) = -1 ECONNRESET (Connection reset by peer)",
                        "  the peer threw the connection away, noticed at 12:01:07");
        typing.type("send alice \"\"")
                .shows(
                        "send(4, \"\", 0, 0) = -1 EPIPE (Broken pipe)",
                        "  the peer threw the connection away, noticed at 12:01:07");
        typing.type("recv alice").has("  Java answers without a call; Linux first hands out what came, and the end");
    }

    @Test
    void bothEndsBothAndMayBeCalledAgain() {
        typing.connectTcp();
        typing.type("shutdown . both").shows("shutdown(5, SHUT_RDWR) = 0").ends(0);
        typing.type("shutdown both").shows("shutdown(5, SHUT_RDWR) = 0").ends(0);
        typing.type("recv alice").shows("recv(4, \"\", 65536, 0) = 0 (end of stream)");
    }

    @Test
    void aConnectionThatIsOverHasNoDirections() {
        typing.connectTcp();
        typing.type("close alice --reset").ends(0);
        typing.type("shutdown bob in")
                .shows(
                        "shutdown(5, SHUT_RD) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  its connection is over; was it lost,  recv bob  tells how")
                .ends(4);
        typing.type("shutdown bob out").ends(4);
        String thrownAway = "  the peer threw the connection away, noticed at 12:01:07";
        typing.type("recv bob").has(thrownAway).ends(4);
        typing.type("recv bob")
                .shows("recv(5, \"\", 65536, 0) = 0 (end of stream)", thrownAway)
                .ends(0);
        typing.type("shutdown bob both").has(thrownAway).ends(4);
        typing.type("send bob x")
                .shows("send(5, \"x\", 1, 0) = -1 EPIPE (Broken pipe)", thrownAway)
                .ends(4);
    }

    @ParameterizedTest
    @CsvSource({"in, recv does not wait any more", "out, it ends one's own sending", "both, it ends one's own sending"})
    void saysWhyUdpHasNone(String direction, String why) {
        typing.connectUdp();
        List<String> lines = typing.type("shutdown alice " + direction).ends(4).lines();
        assertThat(String.join("", lines).replaceAll(" +", " "))
                .contains("udp has no end of stream the peer could be told of; in C " + why + ", and nobody is told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket --as alice", "socket --as alice; bind 0"})
    void saysWhatIsNotConnected(String before) {
        typing.all(before.split("; ", -1)).ends(0);
        typing.type("shutdown out")
                .shows(
                        "shutdown(3, SHUT_WR) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  not connected yet: try  connect alice HOST PORT",
                        "  in C on Linux that direction ends all the same, also of the connection that",
                        "  follows")
                .ends(4);
    }

    @Test
    void whatListensHasNoStreamToEnd() {
        typing.all("socket --as door", "bind 0", "listen").ends(0);
        typing.type("shutdown in")
                .shows(
                        "shutdown(3, SHUT_RD) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  it listens; what accept returns is one end of a conversation:  accept door",
                        "  in C on Linux,  in  ends the listening, and  out  does nothing")
                .ends(4);
    }

    @ParameterizedTest
    @CsvSource({
        "shutdown,             'shutdown: too few words (expected: in, out or both); see  help shutdown'",
        "shutdown alice,       'shutdown: \"alice\" (expected: in, out or both)'",
        "shutdown sideways,    'shutdown: \"sideways\" (expected: in, out or both)'",
        "shutdown alice outt,  'shutdown: \"outt\" (expected: in, out or both)'",
        "shutdown bob out,     'shutdown: \"bob\" (expected: a socket: alice)'",
        "shutdown alice in out,'shutdown: \"out\" (expected: nothing more; see  help shutdown)'",
    })
    void refusesWhatIsNoDirection(String line, String message) {
        typing.type("socket --as alice").ends(0);
        typing.type(line).refuses(message);
    }

    @Test
    void aDatagramSocketHasNoStreamToEnd() {
        typing.type("socket udp").ends(0);
        typing.type("shutdown out")
                .shows(
                        "shutdown(3, SHUT_WR) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  udp has no stream that could end; in C its own direction ends all the same")
                .ends(4);
    }
}
