package org.sockrates.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptureBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final CaptureBudget budget = new CaptureBudget(10_000, 5_000);

    @Test
    void keepsPacketsWholeUntilTooMuchComesAtOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.of(1_000, -SECOND)).isEqualTo(1_000);
        }
        assertThat(budget.of(1_000, -SECOND)).isEqualTo(CaptureBudget.HEADERS);
        assertThat(budget.of(60, -SECOND)).isEqualTo(60);
    }

    @Test
    void keepsWholeAgainWhatTheTimeHasEarned() {
        budget.of(10_000, 0);
        assertThat(budget.of(1_000, SECOND / 10)).isEqualTo(CaptureBudget.HEADERS);
        assertThat(budget.of(1_000, SECOND / 2)).isEqualTo(1_000);
        assertThat(budget.of(10_000, 3 * SECOND)).isEqualTo(10_000);
    }

    @Test
    void theSharedSecondIsEarnedOnceHoweverOftenItIsAsked() {
        budget.of(10_000, 0);
        long whole = 0;
        for (long nanos = 0; nanos < SECOND; nanos += 1_000) {
            whole += budget.of(1_500, nanos) == 1_500 ? 1_500 : 0;
        }
        assertThat(whole).isLessThanOrEqualTo(5_000);
    }

    @Test
    void timeThatSeemsToGoBackEarnsNothing() {
        budget.of(10_000, SECOND);
        assertThat(budget.of(1_000, 0)).isEqualTo(CaptureBudget.HEADERS);
        assertThat(budget.of(1_000, SECOND)).isEqualTo(CaptureBudget.HEADERS);
    }
}
