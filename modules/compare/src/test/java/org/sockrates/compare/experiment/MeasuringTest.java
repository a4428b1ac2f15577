package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.compare.Settings;
import org.sockrates.transport.testkit.ManualClock;

class MeasuringTest {
    private static final long MILLIS = 1_000_000;
    private final ManualClock clock = new ManualClock();

    @Test
    void inRealTimeItIsFixedHoweverMuchIsSent() {
        Measuring measuring = new Measuring(new Settings(7, false));
        Tally sent = sent(measuring, 1_000_000, 300 * MILLIS);

        assertThat(measuring.ends(sent, 500 * MILLIS)).isFalse();
        assertThat(measuring.since(clock, 0)).isEqualTo(new Window(clock, 400 * MILLIS, 1000 * MILLIS));
        assertThat(measuring.text()).isEqualTo("400 ms of warm-up, then 600 ms measured");
    }

    /** Who sends little may be repairing what its start lost. */
    @Test
    void inVirtualTimeItLastsUntilEnoughWasSent() {
        Measuring measuring = new Measuring(new Settings(7, false, "", 50));
        assertThat(measuring.since(clock, 0)).isEqualTo(new Window(clock, 300_000 * MILLIS, 780_000 * MILLIS));

        assertThat(measuring.ends(sent(measuring, 19_999, 0), 90_000 * MILLIS)).isFalse();
        assertThat(measuring.ends(sent(measuring, 20_000, 0), 399 * MILLIS)).isFalse();
        Tally sent = sent(measuring, 20_000, 0);
        assertThat(measuring.ends(sent, 100_000 * MILLIS)).isTrue();
        assertThat(measuring.since(clock, 0)).isEqualTo(new Window(clock, 100_000 * MILLIS, 580_000 * MILLIS));

        assertThat(measuring.ends(sent(measuring, 29_999, 100_000 * MILLIS), 101_000 * MILLIS))
                .isFalse();
        assertThat(measuring.ends(sent(measuring, 30_000, 100_000 * MILLIS), 100_599 * MILLIS))
                .isFalse();
        assertThat(measuring.ends(sent(measuring, 30_000, 100_000 * MILLIS), 101_000 * MILLIS))
                .isTrue();
        assertThat(measuring.since(clock, 0)).isEqualTo(new Window(clock, 100_000 * MILLIS, 101_000 * MILLIS));
        assertThat(measuring.ends(sent(measuring, 40_000, 100_000 * MILLIS), 101_000 * MILLIS))
                .isFalse();
    }

    @Test
    void itIsToldHowLongThatIs() {
        assertThat(new Measuring(new Settings(7, true, "", 50)).text())
                .isEqualTo("100 ms of warm-up at least, and 20000 sent (300 s at most), then 400 ms measured at least,"
                        + " and 30000 sent (480 s at most)");
    }

    private Tally sent(Measuring measuring, int messages, long atNanos) {
        Tally sent = new Tally(measuring.since(clock, 0));
        for (int i = 0; i < messages; i++) {
            sent.add(1, atNanos);
        }
        return sent;
    }
}
