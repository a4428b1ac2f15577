package org.sockrates.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockrates.transport.rdt.Protocol;

/** RFC 6298 §3 asks for one round trip a flight, and lets whoever times one packet lose it with that packet. */
final class OneClockTest {
    private static final int SEEDS = Integer.getInteger("check.seeds", 300);

    @ParameterizedTest
    @EnumSource
    void whoTimesOnePacketAtATimeIsNotAccusedWhereItGoesAgainOrIsPassed(Protocol protocol) {
        Check sparing = of(protocol, true);

        assertThat(sparing.hunt(1, SEEDS, () -> false).failure()).isEmpty();
        assertThat(sparing.hunt(3281, 1, () -> false).failure()).isEmpty();
    }

    /** As TCP's, which an acknowledgement of all before it stops. */
    @ParameterizedTest
    @EnumSource
    void whoseClockALaterAcknowledgementStopsIsNotAccused(Protocol protocol) {
        assertThat(of(protocol, false).hunt(1, SEEDS, () -> false).failure()).isEmpty();
    }

    private static Check of(Protocol protocol, boolean byItsOwn) {
        return Check.of((settings, outside) -> new OneTimedEnd(protocol, settings, outside, byItsOwn), protocol);
    }
}
