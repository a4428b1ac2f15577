package org.sockrates.sim.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.SplitMix64;

final class EstimateTest {
    @Test
    void fewValuesAreLessSureThanManyOfTheSameSpread() {
        assertThat(Estimate.of(List.of(1.0, 3.0)).halfWidth()).isCloseTo(12.706, within(0.001));
        assertThat(Estimate.of(List.of(1.0, 3.0, 1.0, 3.0)).halfWidth()).isCloseTo(3.182 * 1.1547 / 2, within(0.001));
    }

    @Test
    void ofOneValueNothingIsSure() {
        Estimate one = Estimate.of(List.of(5.0));

        assertThat(one.halfWidth()).isInfinite();
        assertThat(one.covers(1e9)).isTrue();
        assertThat(one.isBelow(1e9)).isFalse();
    }

    @Test
    void equalValuesCoverThemselvesOnly() {
        Estimate same = Estimate.of(List.of(2.0, 2.0, 2.0));

        assertThat(same.covers(2.0)).isTrue();
        assertThat(same.covers(2.001)).isFalse();
        assertThat(same.isBelow(2.001)).isTrue();
    }

    /** Of sums of twelve uniform numbers, which are as good as normal: 2,000 intervals of five, and of forty. */
    @Test
    void ninetyFiveOfAHundredIntervalsCoverTheTruth() {
        for (int n : new int[] {5, 40}) {
            SplitMix64 random = new SplitMix64(n);
            int covering = 0;
            for (int i = 0; i < 2_000; i++) {
                List<Double> values = new ArrayList<>();
                for (int k = 0; k < n; k++) {
                    double sum = 0;
                    for (int part = 0; part < 12; part++) {
                        sum += random.nextDouble();
                    }
                    values.add(sum);
                }
                covering += Estimate.of(values).covers(6.0) ? 1 : 0;
            }
            assertThat(covering).as("n " + n).isBetween(1_870, 1_930);
        }
    }
}
