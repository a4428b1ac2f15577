package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Reading ABSENT = new Reading.Absent("no reply");
    private static final Reading COMPUTED = new Reading.Computed(7, "3 + 4");

    @Test
    void theMedianIsAValueThatARunHad() {
        assertThat(Spread.over(
                        Unit.COUNT,
                        List.of(Reading.measured(10, 3), Reading.measured(8, 1), Reading.measured(9, 2)),
                        0))
                .isEqualTo(new Reading.Measured(9, 2, 1, 3));
    }

    @Test
    void ofTwoInTheMiddleThePreferredRunsIsTaken() {
        List<Reading> two = List.of(Reading.measured(10, 13), Reading.measured(8, 12));
        assertThat(Spread.over(Unit.COUNT, two, 0)).isEqualTo(new Reading.Measured(10, 13, 12, 13));
        assertThat(Spread.over(Unit.COUNT, two, 1)).isEqualTo(new Reading.Measured(8, 12, 12, 13));
        List<Reading> four =
                List.of(Reading.measured(1, 9), Reading.measured(2, 5), Reading.measured(3, 6), Reading.measured(4, 1));
        assertThat(Spread.over(Unit.COUNT, four, 0))
                .as("not in the middle")
                .isEqualTo(new Reading.Measured(2, 5, 1, 9));
    }

    /** The lower of two times is the better, and the lower of two speeds the worse. */
    @Test
    void ofTwoTimesOrSpeedsInTheMiddleTheMeanIsTaken() {
        List<Reading> four =
                List.of(Reading.measured(7, 9), Reading.measured(8, 5), Reading.measured(3, 6), Reading.measured(4, 1));
        for (Unit unit :
                List.of(Unit.MICROSECONDS, Unit.MILLISECONDS, Unit.BITS_PER_SECOND, Unit.MESSAGES_PER_SECOND)) {
            assertThat(Spread.over(unit, four, 2)).isEqualTo(new Reading.Measured(3, 5.5, 1, 9));
            assertThat(Spread.over(unit, four.subList(0, 3), 0)).isEqualTo(new Reading.Measured(3, 6, 5, 9));
        }
        assertThat(Spread.over(Unit.PERCENT, four, 2))
                .as("adds up in one run")
                .isEqualTo(new Reading.Measured(3, 6, 1, 9));
        assertThat(Spread.over(Unit.MILLISECONDS, List.of(COMPUTED, new Reading.Computed(9, "4 + 5")), 0))
                .as("what follows from a formula has its own beside it")
                .isEqualTo(new Reading.Computed(7, 7, 9, "3 + 4", ""));
    }

    @Test
    void computedValuesKeepTheirFormulaAndTheirSpread() {
        assertThat(Spread.over(Unit.COUNT, List.of(new Reading.Computed(9, "4 + 5"), COMPUTED, ABSENT), 1))
                .isEqualTo(new Reading.Computed(7, 7, 9, "3 + 4", "2 of 3 runs; otherwise: no reply"));
    }

    @Test
    void runsWithoutAValueAreLeftOutUnlessAllAre() {
        assertThat(Spread.over(Unit.COUNT, List.of(ABSENT, Reading.measured(1, 5), ABSENT), 0))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: no reply"));
        assertThat(Spread.over(Unit.COUNT, List.of(new Reading.Absent("later"), Reading.measured(1, 5), ABSENT), 0))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: later; no reply"));
        assertThat(Spread.over(Unit.COUNT, List.of(ABSENT, COMPUTED), 0))
                .isEqualTo(new Reading.Computed(7, 7, 7, "3 + 4", "1 of 2 runs; otherwise: no reply"));
        assertThat(Spread.over(Unit.COUNT, List.of(ABSENT, new Reading.Absent("later")), 0))
                .isEqualTo(ABSENT);
        assertThat(Spread.over(Unit.COUNT, List.of(), 0)).isEqualTo(new Reading.Absent("interrupted"));
    }
}
