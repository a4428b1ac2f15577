package org.sockrates.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldTest {
    @Test
    void aShortTextStaysOneLine() {
        assertThat(Fold.hanging("# ", "two words")).containsExactly("# two words");
    }

    @Test
    void furtherLinesStandUnderTheFirstWord() {
        String word = "w".repeat(30);
        assertThat(Fold.hanging("01  ", word + " " + word + " " + word))
                .containsExactly("01  " + word + " " + word, "    " + word);
    }

    @Test
    void aLineOfExactlyEightyColumnsIsNotBroken() {
        String line = "a".repeat(39) + " " + "b".repeat(40);
        assertThat(Fold.hanging("", line)).containsExactly(line);
        assertThat(Fold.hanging("", line + "b")).hasSize(2);
    }

    @Test
    void aWordLongerThanALineIsCut() {
        assertThat(Fold.hanging("> ", "x".repeat(170)))
                .containsExactly("> " + "x".repeat(78), "  " + "x".repeat(78), "  " + "x".repeat(14));
    }

    @Test
    void aCutDoesNotDivideASurrogatePair() {
        String text = "x".repeat(79) + "\ud83d\ude00" + "y";
        assertThat(Fold.hanging("", text)).containsExactly("x".repeat(79), "\ud83d\ude00y");
    }

    @Test
    void doubleBlanksWithinALineStay() {
        assertThat(Fold.hanging("  ", "try  listen door")).containsExactly("  try  listen door");
    }

    @Test
    void aPageFillsProseAndKeepsRowsApart() {
        assertThat(Fold.page("  ", List.of("one", "two", "drop N   ends it", "three")))
                .containsExactly("  one two", "  drop N   ends it", "  three");
    }

    @Test
    void aRowMayBeWrittenInSeveralLines() {
        String rest = "y".repeat(70);
        assertThat(Fold.page("", List.of("a     first", "      " + rest + " z", "b     x", "prose")))
                .containsExactly("a     first", "      " + rest + " z", "b     x", "prose");
        assertThat(Fold.page("", List.of("a     x", "      y"))).containsExactly("a     x y");
    }

    @Test
    void aCommandCanBePasted() {
        String command =
                "tc qdisc add dev lo root netem " + "loss 5% ".repeat(12).strip();
        List<String> lines = Fold.command(command);
        assertThat(lines).hasSize(2).allMatch(line -> line.length() <= Fold.WIDTH);
        assertThat(lines.get(0)).endsWith(" \\");
        assertThat(lines.get(0).replace("\\", "") + lines.get(1).strip()).isEqualTo(command);
        assertThat(Fold.command("tc qdisc")).containsExactly("tc qdisc");
    }

    @Test
    void aCommentBehindALongCommandGoesBeforeIt() {
        List<String> lines = Fold.command("tc " + "netem ".repeat(13) + " # on the client's host");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("# on the client's host");
        assertThat(Fold.command("# no word for: " + "drop ".repeat(16)))
                .hasSize(2)
                .allMatch(line -> line.startsWith("# "));
    }
}
