package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.compare.Reading;

class HeldTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 0, NEVER", "0, 0, 1, AT_TIMES", "0.5, 0, 1, AT_TIMES", "1, 0, 1, AT_TIMES", "1, 1, 1, ALWAYS"})
    void isToldByTheLeastAndTheMostOfAllRuns(double median, double low, double high, Held held) {
        assertThat(Held.of(new Reading.Measured(3, median, low, high))).isEqualTo(held);
    }

    @Test
    void whatWasNotObservedNeverHeld() {
        assertThat(Held.of(new Reading.Absent("no reply"))).isEqualTo(Held.NEVER);
    }
}
