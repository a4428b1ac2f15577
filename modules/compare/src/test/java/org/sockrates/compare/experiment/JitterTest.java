package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JitterTest {
    @Test
    void aSteadyTransitHasNone() {
        Jitter jitter = new Jitter();
        for (int i = 0; i < 10; i++) {
            jitter.add(5_000_000);
        }

        assertThat(jitter.millis()).isZero();
        assertThat(jitter.n()).isEqualTo(9);
    }

    @Test
    void itRestsOnTheNewestChangesOnly() {
        Jitter jitter = new Jitter();
        assertThat(jitter.n()).isZero();
        jitter.add(0);
        assertThat(jitter.n()).isZero();
        for (int i = 0; i < 10_000; i++) {
            jitter.add(i % 2 * 16_000_000L);
        }
        for (int i = 0; i < 100; i++) {
            jitter.add(0);
        }

        assertThat(jitter.n()).isEqualTo(31);
        assertThat(jitter.millis()).isLessThan(0.1);
    }

    @Test
    void aChangeCountsForFifteenSixteenthsOfTheNextOne() {
        Jitter jitter = new Jitter();
        jitter.add(0);
        jitter.add(16_000_000);
        assertThat(jitter.millis()).isCloseTo(16, within(1e-9));
        jitter.add(32_000_000);
        assertThat(jitter.millis()).isCloseTo(16, within(1e-9));
        jitter.add(32_000_000);

        double old = 15.0 / 16;
        assertThat(jitter.millis()).isCloseTo(16 * (old + old * old) / (1 + old + old * old), within(1e-9));
    }
}
