package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.compare.experiment.SlowReader.ACCEPTED;
import static org.sockrates.compare.experiment.SlowReader.BLOCKED;
import static org.sockrates.compare.experiment.SlowReader.DELIVERED;
import static org.sockrates.compare.experiment.SlowReader.LOST_PERCENT;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Reading;

class SlowReaderTest {
    private final SlowReader slowReader = new SlowReader();
    private static Asked asked;

    @BeforeAll
    static void ask() {
        asked = Asked.of(new SlowReader());
    }

    @Test
    void flowControlHoldsTheSenderBackAndLosesNothing() {
        assertThat(asked.value(BLOCKED, "tcp")).isEqualTo(1);
        assertThat(asked.value(LOST_PERCENT, "tcp")).isZero();
        assertThat(asked.value(DELIVERED, "tcp")).isEqualTo(asked.value(ACCEPTED, "tcp"));
    }

    @Test
    void withoutItTheSurplusIsThrownAway() {
        assertThat(asked.value(BLOCKED, "udp")).isZero();
        assertThat(asked.value(LOST_PERCENT, "udp")).isPositive();
        assertThat(asked.value(DELIVERED, "udp")).isLessThan(asked.value(ACCEPTED, "udp"));
    }

    @Test
    void theFindingFollowsTheNumbers() {
        String finding = new Told(slowReader)
                .of("tcp", LOST_PERCENT.measured(9, 0), BLOCKED.held(1, true), ACCEPTED.counted(9, 4000))
                .of("udp", LOST_PERCENT.measured(9, 75), BLOCKED.held(1, false), ACCEPTED.counted(9, 8000))
                .of(
                        "rdt",
                        new Figure(LOST_PERCENT, new Reading.Measured(9, 0, 0, 0, "2 of 3 runs; otherwise: late")),
                        Told.atTimes(BLOCKED),
                        ACCEPTED.counted(9, 8000))
                .of(
                        "slow",
                        LOST_PERCENT.absent("time was up"),
                        BLOCKED.absent("time was up"),
                        ACCEPTED.counted(9, 8000),
                        DELIVERED.counted(9, 10))
                .conclusion();

        assertThat(finding)
                .isEqualTo("tcp held the sender back after 4,000 bytes and lost none of them; udp never held the sender"
                        + " back, took 8,000 bytes and lost 75.0 % of them; rdt held the sender back at times, took"
                        + " 8,000 bytes and lost none of them (known in 2 of 3 runs);"
                        + " slow had taken, when time was up, 8,000 bytes, and had delivered 10 bytes: time was up.");
    }
}
