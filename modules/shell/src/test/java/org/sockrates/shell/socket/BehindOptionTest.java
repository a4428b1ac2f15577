package org.sockrates.shell.socket;

import org.junit.jupiter.api.Test;
import org.sockrates.shell.WithFolder;

/** What a header stands before is compared, and the header is not. */
class BehindOptionTest extends WithFolder {
    private static final String EMPTY_LINE = "\\r\\n\\r\\n";
    private static final String PAGE = "recv bob --waitall --behind \"" + EMPTY_LINE + "\" --expect \"a page\"";

    private void comes(String data) {
        typing.connectTcp();
        typing.all("set timeout 5s", "send alice " + data, "close alice").ends(0);
    }

    @Test
    void ofAnAnswerOnlyWhatStandsBehindItsHeaderIsCompared() {
        comes("\"a: 1\\r\\nb\\n\\r\\n\\r\\na page\"");
        typing.type(PAGE)
                .shows(
                        "recv(5, \"a: 1\\r\\nb\\n\\r\\n\\r\\na page\", 65543, MSG_WAITALL) = 18,"
                                + " as in \"a page\" behind \"" + EMPTY_LINE + "\"",
                        "  behind them the stream ended")
                .ends(0);
    }

    @Test
    void whatComesBehindTheSecondIsPartOfIt() {
        comes("\"a\\r\\n\\r\\n\\r\\n\\r\\na page\"");
        typing.type(PAGE)
                .has("  0 of 6 bytes are right, then \"\\r\\n\\r\\na pa\"... (expected: \"a page\")")
                .ends(1);
    }

    @Test
    void aWrongByteIsCountedFromThere() {
        comes("\"a\\r\\n\\r\\na pale\"");
        typing.type(PAGE)
                .has("  4 of 6 bytes are right, then \"le\" (expected: \"ge\")")
                .ends(1);
    }

    @Test
    void oneTooManyIsSeen() {
        comes("\"a\\r\\n\\r\\na page\\n\"");
        typing.type(PAGE)
                .has("  6 of 6 bytes are right, then \"\\n\" (expected: nothing more)")
                .ends(1);
    }

    @Test
    void nothingBehindAHeaderIsTooShort() {
        comes("\"a\\r\\n\\r\\n\"");
        typing.type(PAGE)
                .has("  0 of 6 bytes are right; behind them the stream ended (expected: \"a page\")")
                .ends(1);
    }

    @Test
    void aHeaderWithoutAnEndIsSaidToBeThat() {
        comes("\"a page\"");
        typing.type(PAGE)
                .has("  no \"" + EMPTY_LINE + "\" came (expected: \"a page\")")
                .ends(1);
        typing.type(PAGE).has("  nothing came (expected: \"a page\")").ends(1);
    }

    @Test
    void whereItTookTheRoomOfWhatIsComparedThatIsSaid() {
        typing.connectTcp();
        typing.type("send alice head:body").ends(0);
        typing.type("recv bob 6 --waitall --behind : --expect body")
                .has("  1 of 4 bytes are right; there was room for no more (expected: \"ody\")")
                .ends(1);
        typing.all("recv bob", "send alice head:body").ends(0);
        typing.type("recv bob 6 --behind : --expect body")
                .has("  1 of 4 bytes are right; there was room for no more (expected: \"ody\")")
                .ends(1);
    }

    @Test
    void aDatagramHasOneToo() {
        typing.connectUdp();
        typing.type("send alice head:body").ends(0);
        typing.type("recvfrom bob --behind : --expect body")
                .has("recvfrom(4, \"head:body\", 65541, 0, 127.0.0.1:{alice}) = 9, as in \"body\" behind \":\"")
                .ends(0);
    }

    @Test
    void whereNothingIsComparedItIsRefused() {
        typing.connectTcp();
        typing.type("recv bob --behind x").refuses("recv: --behind without --expect (expected: both)");
        typing.type("recvfrom bob --behind x").refuses("recvfrom: --behind without --expect (expected: both)");
    }
}
