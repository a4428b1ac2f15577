package org.sockrates.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sockrates.shell.Typing;

class HistoryCommandTest {
    @AutoClose
    private final Typing typing = new Typing();

    @Test
    void aScriptHasNone() {
        typing.type("history").shows("nothing was typed at a prompt yet").ends(0);
    }

    @Test
    void numbersTheLinesOldestFirst() {
        typing.interpreter().history(() -> List.of("socket", "send . \"a\u001b[2J\""));
        typing.type("history")
                .shows("    1  socket", "    2  send . \"a\\x1b[2J\"")
                .ends(0);
        assertThat(typing.type("history --json").documents())
                .containsExactly(List.of("socket", "send . \"a\u001b[2J\""));
    }

    @Test
    void aLongLineIsFolded() {
        typing.interpreter()
                .history(() -> List.of("send . " + "word ".repeat(20).strip()));
        assertThat(typing.type("history").lines()).hasSize(2).allMatch(line -> line.length() <= 80);
    }

    @Test
    void showsTheLastTwentyOrAsManyAsAsked() {
        typing.interpreter()
                .history(() -> IntStream.rangeClosed(1, 30)
                        .mapToObj(number -> "recv " + number)
                        .toList());
        assertThat(typing.type("history").lines())
                .hasSize(20)
                .startsWith("   11  recv 11")
                .endsWith("   30  recv 30");
        typing.type("history --last 1").shows("   30  recv 30").ends(0);
        assertThat(typing.type("history --last 99").lines()).hasSize(30);
        assertThat(typing.type("history --last 2 --json").documents()).containsExactly(List.of("recv 29", "recv 30"));
    }

    @Test
    void takesNoOperand() {
        typing.type("history 5").refuses("history: \"5\" (expected: nothing more)");
    }
}
