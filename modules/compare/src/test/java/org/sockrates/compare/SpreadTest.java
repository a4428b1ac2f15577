package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Reading ABSENT = new Reading.Absent("no reply");
    private static final Reading COMPUTED = new Reading.Computed(7, "3 + 4");

    @Test
    void theMedianIsAValueThatARunHad() {
        assertThat(Spread.over(List.of(Reading.measured(10, 3), Reading.measured(8, 1), Reading.measured(9, 2)), 0))
                .isEqualTo(new Reading.Measured(9, 2, 1, 3));
    }

    @Test
    void ofTwoInTheMiddleThePreferredRunsIsTaken() {
        List<Reading> two = List.of(Reading.measured(10, 13), Reading.measured(8, 12));
        assertThat(Spread.over(two, 0)).isEqualTo(new Reading.Measured(10, 13, 12, 13));
        assertThat(Spread.over(two, 1)).isEqualTo(new Reading.Measured(8, 12, 12, 13));
        List<Reading> four =
                List.of(Reading.measured(1, 9), Reading.measured(2, 5), Reading.measured(3, 6), Reading.measured(4, 1));
        assertThat(Spread.over(four, 0)).as("not in the middle").isEqualTo(new Reading.Measured(2, 5, 1, 9));
    }

    @Test
    void computedValuesKeepTheirFormulaAndTheirSpread() {
        assertThat(Spread.over(List.of(new Reading.Computed(9, "4 + 5"), COMPUTED, ABSENT), 1))
                .isEqualTo(new Reading.Computed(7, 7, 9, "3 + 4", "2 of 3 runs; otherwise: no reply"));
    }

    @Test
    void runsWithoutAValueAreLeftOutUnlessAllAre() {
        assertThat(Spread.over(List.of(ABSENT, Reading.measured(1, 5), ABSENT), 0))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: no reply"));
        assertThat(Spread.over(List.of(new Reading.Absent("later"), Reading.measured(1, 5), ABSENT), 0))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: later; no reply"));
        assertThat(Spread.over(List.of(ABSENT, COMPUTED), 0))
                .isEqualTo(new Reading.Computed(7, 7, 7, "3 + 4", "1 of 2 runs; otherwise: no reply"));
        assertThat(Spread.over(List.of(ABSENT, new Reading.Absent("later")), 0)).isEqualTo(ABSENT);
        assertThat(Spread.over(List.of(), 0)).isEqualTo(new Reading.Absent("interrupted"));
    }
}
