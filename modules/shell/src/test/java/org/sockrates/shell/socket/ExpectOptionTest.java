package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.shell.WithFolder;

/** What is received is held against what was to come, whole. */
class ExpectOptionTest extends WithFolder {
    private static final String WHOLE = "recv bob --waitall --expect file:page.html";
    private static final String CALL = "recv(5, \"abcdefghijklmnopqrstuvwx\"..., 100001, MSG_WAITALL) = ";

    /** A hundred thousand bytes that count as the filler does. */
    private void page() throws IOException {
        byte[] page = new byte[100_000];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) ('a' + i % 26);
        }
        Files.write(folder.resolve("page.html"), page);
        page[49_999] = 'X';
        Files.write(folder.resolve("wrong.html"), page);
        typing.connectTcp();
        typing.type("set timeout 5s").ends(0);
    }

    @Test
    void aFileThatCameWholeIsSaidToBeThat() throws IOException {
        page();
        typing.all("send alice file:page.html", "close alice").ends(0);
        typing.type(WHOLE)
                .shows(CALL + "100000, as in file:page.html", "  behind them the stream ended")
                .ends(0);
    }

    @Test
    void theFirstWrongByteIsFoundWhereverItIs() throws IOException {
        page();
        typing.all("send alice file:wrong.html", "close alice").ends(0);
        typing.type(WHOLE)
                .shows(
                        CALL + "100000, not as in file:page.html",
                        "  49999 of 100000 bytes are right, then \"Xcdefghi\"... (expected: \"bcdefghi\"...)")
                .ends(1);
    }

    @Test
    void whatIsTooShortEndsSomehow() throws IOException {
        page();
        typing.type("set timeout 50ms").ends(0);
        typing.type("send alice #65536").ends(0);
        typing.type(WHOLE)
                .shows(
                        CALL + "65536, not as in file:page.html",
                        "  65536 of 100000 bytes are right; nothing more came within 50ms",
                        "  (expected: \"qrstuvwx\"...)")
                .ends(1);
        typing.all("set timeout 5s", "send alice #65536", "close alice").ends(0);
        typing.type(WHOLE).has("  65536 of 100000 bytes are right; behind them the stream ended");
        typing.type(WHOLE)
                .shows(
                        "recv(5, \"\", 100001, MSG_WAITALL) = 0 (end of stream), not as in file:page.html",
                        "  nothing came (expected: \"abcdefgh\"...)",
                        "  the peer ended its direction, noticed at 12:01:07")
                .ends(1);
    }

    @Test
    void whatIsTooLongShowsWhatIsTooMuch() throws IOException {
        page();
        typing.all("send alice file:page.html", "send alice file:page.html").ends(0);
        typing.type(WHOLE)
                .shows(
                        "recv(5, \"abcdefghijklmnopqrstuvwx\"..., 100001, MSG_WAITALL) = 100001, not as in file:page.html",
                        "  100000 of 100000 bytes are right, then \"a\" (expected: nothing more)")
                .ends(1);
    }

    @Test
    void asManyAsAreAskedForAreCompared() {
        typing.connectTcp();
        typing.type("set timeout 50ms").ends(0);
        typing.type("send alice hello, world").ends(0);
        typing.type("recv bob 5 --waitall --expect hello")
                .shows("recv(5, \"hello\", 5, MSG_WAITALL) = 5, as in \"hello\"")
                .ends(0);
        typing.type("recv bob 7 --waitall --expect=\", World\"")
                .shows(
                        "recv(5, \", world\", 7, MSG_WAITALL) = 7, not as in \", World\"",
                        "  2 of 7 bytes are right, then \"world\" (expected: \"World\")")
                .ends(1);
        typing.all("send alice \\x80 and more").ends(0);
        typing.type("recv bob --waitall --expect \"\\x80 and more than that\"")
                .shows(
                        "recv(5, \"\\x80 and more\", 21, MSG_WAITALL) = 10, not as in \"\\x80 and mo\"...",
                        "  10 of 20 bytes are right; nothing more came within 50ms",
                        "  (expected: \" than th\"...)")
                .ends(1);
        typing.type("recv bob 4 --waitall --expect hello")
                .refuses("recv: --expect: 5 bytes (expected: at most 4, as BYTES has it)");
    }

    @Test
    void withoutWaitallAStreamGivesWhatIsThere() {
        typing.connectTcp();
        typing.type("send alice hel").ends(0);
        typing.type("recv bob --expect hex:68656c6c6f")
                .shows(
                        "recv(5, \"hel\", 65536, 0) = 3, not as in \"hello\"",
                        "  3 of 5 bytes are right; no more was there yet, recv --waitall waits for it",
                        "  (expected: \"lo\")")
                .ends(1);
    }

    @Test
    void theEndOfAStreamCanBeAllThatIsToCome() {
        typing.connectTcp();
        typing.type("close alice").ends(0);
        typing.type("recv bob --waitall --expect \"\"")
                .shows("recv(5, \"\", 1, MSG_WAITALL) = 0 (end of stream), as in \"\"")
                .ends(0);
    }

    @Test
    void moreThanAReceiveOtherwiseTakesCanBeExpected() {
        typing.connectTcp();
        typing.type("send alice #2000000 &").ends(0);
        typing.type("recv bob 2000000 --waitall --expect #2000000")
                .shows("recv(5, \"abcdefghijklmnopqrstuvwx\"..., 2000000, MSG_WAITALL) = 2000000, as in #2000000")
                .ends(0);
    }

    @Test
    void aDatagramIsComparedAsItIs() {
        typing.connectUdp();
        for (String data : new String[] {"hello", "hell", "hello!", "hello"}) {
            typing.type("send alice \"" + data + "\"").ends(0);
        }
        typing.type("recvfrom bob --expect hello")
                .shows("recvfrom(4, \"hello\", 65536, 0, 127.0.0.1:{alice}) = 5, as in \"hello\"")
                .ends(0);
        typing.type("recv bob --waitall --expect hello")
                .shows(
                        "recv(4, \"hell\", 65536, MSG_WAITALL) = 4, not as in \"hello\"",
                        "  4 of 5 bytes are right; the message ends there (expected: \"o\")")
                .ends(1);
        typing.type("recvfrom bob 5 --expect hello")
                .shows(
                        "recvfrom(4, \"hello\", 5, 0, 127.0.0.1:{alice}) = 5 (1 byte cut off), not as in \"hello\"",
                        "  5 of 5 bytes are right, then 1 cut off (expected: nothing more)")
                .ends(1);
        typing.type("recv bob 3 --expect hello")
                .has("  3 of 5 bytes are right, then 2 cut off (expected: \"lo\")")
                .ends(1);
        typing.all("socket udp --as bill", "bind bill 0", "socket udp --as ann", "sendto ann {bill} \"\"")
                .ends(0);
        typing.type("recvfrom bill --expect hello")
                .has("  an empty message came (expected: \"hello\")")
                .ends(1);
    }

    @Test
    void whoWaitsInTheBackgroundIsToldToo() {
        typing.connectTcp();
        typing.type("recv bob 5 --waitall --expect hello &").ends(0);
        typing.type("send alice help!").ends(0);
        typing.hears("<\\.\\.\\. recv resumed>, \"help!\", 5, MSG_WAITALL\\) = 5, not as in \"hello\"");
        typing.hears("  3 of 5 bytes are right, then \"p!\" \\(expected: \"lo\"\\)");
    }

    @Test
    void aCallThatFailsEndsAsItDoes() {
        typing.connectTcp();
        typing.type("set timeout 50ms").ends(0);
        typing.type("recv bob --waitall --expect hello")
                .has("recv(5, 6, MSG_WAITALL) = -1 EAGAIN (Resource temporarily unavailable)")
                .ends(124);
        assertThat(typing.type("recv bob --expect hello --json").json())
                .containsEntry("errno", "EAGAIN")
                .containsKeys("as_expected", "expected_bytes", "right_bytes")
                .doesNotContainEntry("as_expected", false);
    }

    @Test
    void saysTheSameToAProgram() {
        typing.connectTcp();
        typing.all("send alice help!").ends(0);
        assertThat(typing.type("recv bob --expect hello --json").ends(1).json())
                .containsEntry("result", 5)
                .containsEntry("as_expected", false)
                .containsEntry("expected_bytes", 5)
                .containsEntry("right_bytes", 3);
        typing.all("send alice hello").ends(0);
        assertThat(typing.type("recv bob 5 --waitall --expect hello --json").json())
                .containsEntry("as_expected", true)
                .containsEntry("right_bytes", 5);
        typing.all("send alice hello").ends(0);
        assertThat(typing.type("recv bob --json").json()).doesNotContainKey("as_expected");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "recv --expect file:none, `payload: \"none\": no such file`, 3",
                "recv --expect, `recv: --expect: nothing behind it (expected: DATA)`, 2",
                "recv --expect \"hex:48 65\", `payload: in quotes it is text: \"hex:48 65\" (expected: hex:4865 without them)`, 2",
                "recv --expect hex:zz, `payload: \"hex:zz\" (expected: pairs of hexadecimal digits: hex:4865)`, 2",
            })
    void refusesWhatIsNoPayload(String line, String message, int status) {
        typing.connectTcp();
        typing.type(line).fails(message, status);
    }
}
