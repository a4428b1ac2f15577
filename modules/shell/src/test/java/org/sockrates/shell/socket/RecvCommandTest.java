package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

class RecvCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aStreamGivesWhatThereIs() {
        typing.connectTcp();
        typing.all("send alice hello", "send alice world").ends(0);
        typing.type("recv bob 3").shows("recv(5, \"hel\", 3, 0) = 3").ends(0);
        typing.type("r bob").shows("recv(5, \"loworld\", 65536, 0) = 7").ends(0);
    }

    @Test
    void aDatagramComesWholeAndWhatDoesNotFitIsLost() {
        typing.connectUdp();
        typing.all("send alice hello", "send alice world").ends(0);
        typing.type("recv bob 3")
                .shows("recv(4, \"hel\", 3, 0) = 3 (2 bytes cut off)")
                .ends(0);
        typing.type("read bob").shows("recv(4, \"world\", 65536, 0) = 5").ends(0);
    }

    @Test
    void takesTheCurrentSocketWhereNoneIsNamed() {
        typing.connectUdp();
        typing.all("send alice hello", "send alice world", "bind bob 0").ends(4);
        typing.type("recv 2")
                .shows("recv(2) = -1 EBADF (Bad file descriptor)", "  no socket has the number 2; see  status");
        typing.type("recv").shows("recv(4, \"hello\", 65536, 0) = 5");
        typing.type("recv . 2").shows("recv(4, \"wo\", 2, 0) = 2 (3 bytes cut off)");
    }

    @Test
    void longMessagesAreShownInPart() {
        typing.connectUdp();
        typing.type("send alice #1000").ends(0);
        typing.type("recv bob").shows("recv(4, \"abcdefghijklmnopqrstuvwx\"..., 65536, 0) = 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --ipv6"})
    void tellsTheEndOfTheStreamAndThenWhoEndedIt(String family) {
        typing.all("socket --as door" + family, "bind 0", "listen", "socket --as alice" + family, "connect {door}")
                .ends(0);
        typing.all("accept door --as bob", "close alice").ends(0);
        typing.type("recv bob")
                .shows("recv(5, \"\", 65536, 0) = 0 (end of stream)")
                .ends(0);
        typing.type("recv bob")
                .shows(
                        "recv(5, \"\", 65536, 0) = 0 (end of stream)",
                        "  the peer ended its direction, noticed at 12:01:07");
        typing.type("shutdown bob in").ends(0);
        typing.type("recv bob").has("  you ended this direction yourself: shutdown bob in");
    }

    @Test
    void tellsThatThePeerThrewTheConnectionAway() {
        typing.connectTcp();
        typing.type("close alice --reset").ends(0);
        typing.type("recv bob")
                .shows(
                        "recv(5, 65536) = -1 ECONNRESET (Connection reset by peer)",
                        "  the peer threw the connection away, noticed at 12:01:07")
                .ends(4);
    }

    @Test
    void tellsThatAnEarlierDatagramMetAClosedPort() {
        typing.all("socket udp --as gone", "bind 0", "socket udp --as alice", "connect {gone}", "close gone")
                .ends(0);
        typing.type("send alice x").ends(0);
        typing.type("recv alice")
                .shows(
                        "recv(4, 65536) = -1 ECONNREFUSED (Connection refused)",
                        "  an earlier datagram met a closed port: nobody is bound to 127.0.0.1:{gone};",
                        "  start one:  server udp {gone}")
                .ends(4);
    }

    @Test
    void saysWhatIsMissingBeforeItCanReceive() {
        typing.type("socket --as alice").ends(0);
        typing.type("recv")
                .shows(
                        "recv(3, 65536) = -1 ENOTCONN (Transport endpoint is not connected)",
                        "  not connected yet: try  connect alice HOST PORT")
                .ends(4);
        typing.type("listen").ends(0);
        typing.type("recv").has("  it listens; what accept returns is one end of a conversation:  accept alice");
    }

    /** A step of a lab compares what is shown: the right bytes at the beginning are not enough. */
    @Test
    void showsTwentyFourBytesThatAreNoTextToo() {
        typing.connectTcp();
        String shown = "\\x80\\x81\\x82\\x83\\x84\\x85\\x86\\x87".repeat(3);
        typing.type("recv bob 24 --waitall &").ends(0);
        typing.type("send alice hex:" + "8081828384858687".repeat(4))
                .shows("send(4, \"" + shown + "\"..., 32, 0) = 32");
        assertThat(typing.hears("<\\.\\.\\. recv resumed>.*"))
                .isEqualTo("<... recv resumed>, \"" + shown + "\", 24, MSG_WAITALL) = 24");
    }

    @Test
    void allOfItCountsAsOneCallThatTheJournalTellsAsItWas() {
        typing.connectTcp();
        typing.type("send alice wor").ends(0);
        typing.type("recv bob 6 --waitall &").ends(0);
        typing.all("send alice l", "send alice \"d\\nand more\"").ends(0);
        assertThat(typing.hears("<\\.\\.\\. recv resumed>.*"))
                .isEqualTo("<... recv resumed>, \"world\\n\", 6, MSG_WAITALL) = 6");
        typing.type("recv bob 3 --waitall")
                .shows("recv(5, \"and\", 3, MSG_WAITALL) = 3")
                .ends(0);
        typing.type("journal").has("12:01:07.000 shell recv(5, \"and\", 3, 0) = 3");
    }

    @Test
    void ofWhatDoesNotComeWholeThatWhichCameIsGiven() {
        typing.connectTcp();
        typing.all("set timeout 50ms", "send alice wor").ends(0);
        typing.type("recv bob 6 --waitall")
                .shows("recv(5, \"wor\", 6, MSG_WAITALL) = 3", "  3 of 6 bytes: nothing more came within 50ms")
                .ends(0);
        typing.type("recv bob 6 --waitall")
                .has("recv(5, 6, MSG_WAITALL) = -1 EAGAIN (Resource temporarily unavailable)")
                .ends(124);
        typing.all("set timeout 10s", "send alice ld", "close alice").ends(0);
        typing.type("recv bob 6 --waitall")
                .shows("recv(5, \"ld\", 6, MSG_WAITALL) = 2", "  2 of 6 bytes: behind them the stream ended")
                .ends(0);
        typing.type("recv bob 6 --waitall")
                .has("recv(5, \"\", 6, MSG_WAITALL) = 0 (end of stream)")
                .ends(0);
    }

    @Test
    void aResetBehindWhatCameMeetsTheNextCall() {
        typing.connectTcp();
        typing.all("send alice abc", "close alice --reset").ends(0);
        typing.type("recv bob 6 --waitall")
                .shows(
                        "recv(5, \"abc\", 6, MSG_WAITALL) = 3",
                        "  3 of 6 bytes: behind them came ECONNRESET (Connection reset by peer)")
                .ends(0);
        typing.type("recv bob").has("recv(5, 65536) = -1 ECONNRESET (Connection reset by peer)");
        typing.type("recv bob").has("recv(5, \"\", 65536, 0) = 0 (end of stream)");
    }

    @Test
    void whoHasEndedOneDirectionIsNotGone() {
        typing.connectTcp();
        typing.all("shutdown alice out", "recv bob").ends(0);
        typing.type("recv bob").has("  the peer ended its direction, noticed at 12:01:07");
        typing.type("send bob still").ends(0);
        typing.type("recv alice").shows("recv(4, \"still\", 65536, 0) = 5");
    }

    @Test
    void whoEndsTheWaitGetsWhatCame() {
        typing.connectTcp();
        typing.type("send alice wor").ends(0);
        typing.type("recv bob 6 --waitall &").ends(0);
        typing.type("stop").ends(0);
        typing.hears("  3 of 6 bytes: ended by you");
    }

    @Test
    void aDatagramIsAllOfItByItself() {
        typing.connectUdp();
        typing.all("send alice hello", "send alice world").ends(0);
        typing.type("recv bob 6 --waitall")
                .shows("recv(4, \"hello\", 6, MSG_WAITALL) = 5")
                .ends(0);
        typing.type("recv bob 3 --waitall")
                .shows("recv(4, \"wor\", 3, MSG_WAITALL) = 3 (2 bytes cut off)")
                .ends(0);
    }

    @Test
    void saysTheSameToAProgram() {
        typing.connectUdp();
        typing.type("send alice hi").ends(0);
        assertThat(typing.type("recv bob --json").json())
                .containsEntry("call", "recv")
                .containsEntry("socket", 4)
                .containsEntry("result", 2)
                .containsEntry("local", "127.0.0.1:" + typing.port("bob"))
                .containsEntry("peer", "127.0.0.1:" + typing.port("alice"));
    }

    @ParameterizedTest
    @CsvSource({
        "recv bob 0,        'recv: \"0\" (expected: a whole number from 1 to 1048576)'",
        "recv bob 1048577,  'recv: \"1048577\" (expected: a whole number from 1 to 1048576)'",
        "recv bob 10 11,    'recv: \"11\" (expected: nothing more; see  help recv)'",
        "recv bbo,          'recv: \"bbo\" (expected: a socket: bob?)'",
        "recv bob --greet,  'recv: \"--greet\" (expected: --help --json --behind --expect --over --waitall; for text, quote it)'",
    })
    void refusesWhatIsNoNumberOfBytes(String line, String message) {
        typing.connectUdp();
        typing.type(line).refuses(message);
    }
}
