package org.sockrates.shell.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassingLineTest {
    private final PassingLine line = new PassingLine();

    @Test
    void nothingOfALongerTextIsLeft() {
        assertThat(line.showing("setup: tcp")).isEqualTo("\rsetup: tcp");
        assertThat(line.showing("end")).isEqualTo("\rend       ");
        assertThat(line.erased()).isEqualTo("\r   \r");
    }

    @Test
    void whereNothingStandsNothingIsErased() {
        assertThat(line.erased()).isEmpty();
        line.showing("x");
        line.erased();
        assertThat(line.erased()).isEmpty();
    }

    @Test
    void whatIsTooLongForATerminalIsCut() {
        assertThat(line.showing("x".repeat(200))).hasSize(80);
    }
}
