package org.sockrates.transport.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ClosingTest {
    private final Closing closing = new Closing();

    @Test
    void aPauseEndsWhenTheServerIsClosedOrInterrupted() {
        assertThat(closing.closedWithin(Duration.ZERO)).isFalse();
        assertThat(closing.closed()).isFalse();
        Thread.currentThread().interrupt();
        assertThat(closing.closedWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        closing.close();
        assertThat(closing.closedWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(closing.closed()).isTrue();
    }
}
