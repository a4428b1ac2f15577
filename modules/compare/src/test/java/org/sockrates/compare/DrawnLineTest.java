package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnLineTest {
    @Test
    void aBarIsAsLongAsItsShareAndAnythingCanBeSeen() {
        List<DrawnLine> lines = List.of(
                new DrawnLine("a ", 80, ""),
                new DrawnLine("b ", 20, "x"),
                new DrawnLine("c ", 0.1, ""),
                DrawnLine.of("d"));

        assertThat(lines.stream().map(line -> line.text(DrawnLine.scale(Map.of("tcp", lines)))))
                .containsExactly("a " + "#".repeat(40), "b " + "#".repeat(10) + " ".repeat(31) + "x", "c #", "d");
    }

    @Test
    void wordsBesideABarDoNotNarrowIt() {
        List<DrawnLine> lines = List.of(DrawnLine.of("x".repeat(70)), new DrawnLine("a ", 1, "b"));

        assertThat(lines.get(1).text(DrawnLine.scale(Map.of("tcp", lines)))).isEqualTo("a " + "#".repeat(40) + " b");
    }

    /** Behind "tcp (model)", a terminal has room for 32. */
    @Test
    void aLineWithABarIsNoWiderThanATerminal() {
        List<DrawnLine> lines = List.of(DrawnLine.of("link"), new DrawnLine("x".repeat(21), 7, "7.40 Mbit/s"));

        String drawn = lines.get(1).text(DrawnLine.scale(Map.of("tcp (model)", lines)));
        assertThat(drawn)
                .isEqualTo("x".repeat(21) + "#".repeat(32) + " 7.40 Mbit/s")
                .hasSize(80 - 15);
        assertThat(lines.get(1).text(DrawnLine.scale(Map.of("tcp", lines)))).contains("#".repeat(40));
    }
}
