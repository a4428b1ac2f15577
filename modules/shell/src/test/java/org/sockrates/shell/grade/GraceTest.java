package org.sockrates.shell.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GraceTest {
    private long nowNanos;
    private final Grace grace = new Grace(() -> nowNanos, Duration.ofSeconds(10));

    private void pass(long millis) {
        nowNanos += millis * 1_000_000;
    }

    @Test
    void itIsGivenToWhoHasBegunAndUsesItUp() {
        assertThat(grace.await()).isZero();
        grace.begin();
        pass(250);
        assertThat(grace.await()).isEqualTo(Duration.ofMillis(9800));
        pass(9750);
        assertThat(grace.await()).isZero();
    }

    @Test
    void whoWasMetHasNoneLeft() {
        grace.begin();
        assertThat(grace.await()).isPositive();
        grace.end(false);
        assertThat(grace.await()).isPositive();
        grace.end(true);
        assertThat(grace.await()).isZero();
    }

    @Test
    void whatCallsWaitedIsPardonedOnceAndNoMoreThanWasGiven() {
        grace.begin();
        pass(1000);
        assertThat(grace.pardoned()).isZero();
        grace.await();
        pass(1000);
        grace.await();
        pass(1000);
        assertThat(grace.pardoned()).isEqualTo(Duration.ofSeconds(2));
        grace.end(false);
        pass(1000);
        grace.end(false);
        pass(1000);
        assertThat(grace.pardoned()).isEqualTo(Duration.ofSeconds(3));
        grace.await();
        pass(60_000);
        assertThat(grace.pardoned()).isEqualTo(Duration.ofSeconds(8));
    }
}
