package org.sockrates.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final Reading ABSENT = new Reading.Absent("no reply");
    private static final Reading COMPUTED = new Reading.Computed(7, "3 + 4");

    @Test
    void anOddNumberOfRunsHasAMiddle() {
        assertThat(Spread.over(List.of(Reading.measured(10, 3), Reading.measured(8, 1), Reading.measured(9, 2))))
                .isEqualTo(new Reading.Measured(8, 2, 1, 3));
    }

    @Test
    void anEvenNumberHasTheMeanOfTheTwoInTheMiddle() {
        assertThat(Spread.over(List.of(Reading.measured(1, 1), Reading.measured(1, 2))))
                .isEqualTo(new Reading.Measured(1, 1.5, 1, 2));
    }

    @Test
    void computedValuesHaveAMiddleToo() {
        assertThat(Spread.over(List.of(new Reading.Computed(9, "4 + 5"), COMPUTED, new Reading.Computed(8, "4 + 4"))))
                .isEqualTo(new Reading.Computed(8, "4 + 5"));
    }

    @Test
    void runsWithoutAValueAreLeftOutUnlessAllAre() {
        assertThat(Spread.over(List.of(ABSENT, Reading.measured(1, 5), ABSENT)))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: no reply"));
        assertThat(Spread.over(List.of(new Reading.Absent("later"), Reading.measured(1, 5), ABSENT)))
                .isEqualTo(new Reading.Measured(1, 5, 5, 5, "1 of 3 runs; otherwise: later; no reply"));
        assertThat(Spread.over(List.of(ABSENT, COMPUTED))).isEqualTo(COMPUTED);
        assertThat(Spread.over(List.of(ABSENT, new Reading.Absent("later")))).isEqualTo(ABSENT);
        assertThat(Spread.over(List.of())).isEqualTo(new Reading.Absent("interrupted"));
    }
}
