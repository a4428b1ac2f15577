package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    @Test
    void fewerThanFiveAreFew() {
        assertThat(Samples.areFew(Reading.measured(4, 1))).isTrue();
        assertThat(Samples.areFew(Reading.measured(5, 1))).isFalse();
        assertThat(Samples.areFew(new Reading.Computed(7, "3 + 4"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50, 2", "25, 4", "75, 4", "30, 4", "10, 10", "90, 10", "99, 100", "99.9, 1000", "99.999, 100000"})
    void aPercentileHasSamplesOnEitherSide(double percent, long needed) {
        assertThat(Samples.needed(percent)).isEqualTo(needed);
    }
}
