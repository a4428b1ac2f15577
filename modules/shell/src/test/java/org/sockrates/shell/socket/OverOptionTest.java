package org.sockrates.shell.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.shell.Typing;

/** Behind what comes a stream is over, by its end or by a reset: who closes with bytes unread sends one. */
class OverOptionTest {
    private static final String RESET = "-1 ECONNRESET (Connection reset by peer)";

    @AutoClose
    private final Typing typing = new Typing();

    @BeforeEach
    void connect() {
        typing.connectTcp();
        typing.type("set timeout 200ms").ends(0);
    }

    /** bob has sent what alice never reads. */
    private void resets() {
        typing.all("send bob unread", "close alice").ends(0);
    }

    @ParameterizedTest
    @CsvSource({
        "recv bob 9 --over,                          'recv(5, 9)'",
        "recv bob 9 --waitall --over,                'recv(5, 9, MSG_WAITALL)'",
        "'recv bob 9 --expect \"\" --over',         'recv(5, 9)'",
    })
    void anEndAndAResetAreBothRight(String line, String call) {
        String same = line.contains("--expect") ? ", as in \"\"" : "";
        resets();
        typing.type(line).has(call + " = " + RESET + same + ", over").ends(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"close alice", "shutdown alice out"})
    void anEndIsRight(String ending) {
        typing.type(ending).ends(0);
        typing.type("recv bob 9 --over")
                .has("recv(5, \"\", 9, 0) = 0 (end of stream), over")
                .ends(0);
        typing.type("recv bob 9 --waitall --over")
                .has("recv(5, \"\", 9, MSG_WAITALL) = 0 (end of stream), over")
                .ends(0);
    }

    @Test
    void whatStandsBeforeIsComparedAllTheSame() {
        typing.type("send alice bye").ends(0);
        resets();
        typing.type("recv bob --waitall --expect bye --over")
                .shows(
                        "recv(5, \"bye\", 4, MSG_WAITALL) = 3, as in \"bye\", over",
                        "  behind them came ECONNRESET (Connection reset by peer)")
                .ends(0);
    }

    @Test
    void anAnswerThatAResetTookAwayIsNotRight() {
        resets();
        typing.type("recv bob --waitall --expect bye --over")
                .has("  nothing came (expected: \"bye\")")
                .ends(1);
    }

    @Test
    void aStreamThatGoesOnIsNotOver() {
        typing.type("send alice bye").ends(0);
        typing.type("recv bob 9 --over")
                .shows(
                        "recv(5, \"bye\", 9, 0) = 3, not over",
                        "  (expected: the end of the stream behind it, or a reset)")
                .ends(1);
        typing.type("send alice bye").ends(0);
        typing.type("recv bob --waitall --expect bye --over")
                .has("recv(5, \"bye\", 4, MSG_WAITALL) = 3, as in \"bye\", not over")
                .has("  nothing more came within 200ms")
                .ends(1);
        typing.type("recv bob --waitall --over").ends(124);
        typing.type("send alice byes").ends(0);
        typing.type("recv bob 4 --waitall --over").ends(1);
    }

    /** Nobody has looked behind it then: it may be over, or not. */
    @Test
    void whereThereWasNoRoomToSeeTheEndThatIsSaid() {
        typing.all("send alice bye", "close alice").ends(0);
        typing.type("recv bob 3 --waitall --over")
                .shows(
                        "recv(5, \"bye\", 3, MSG_WAITALL) = 3, not over",
                        "  there was room for no more, so the end was not looked for; ask for a byte more")
                .ends(1);
    }

    @Test
    void aProgramReadsWhetherItIsOver() {
        assertThat(typing.type("recv bob --over --json").ends(124).json()).containsEntry("over", false);
        resets();
        assertThat(typing.type("recv bob --over --json").ends(0).json()).containsEntry("over", true);
    }

    @Test
    void datagramsAreNeverOver() {
        typing.type("socket udp --as zoe").ends(0);
        typing.type("recv zoe --over").refuses("recv: --over: of udp (expected: of a connection, which may be over)");
    }
}
