package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrawnLineTest {
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
