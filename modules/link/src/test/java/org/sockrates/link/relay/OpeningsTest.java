package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpeningsTest {
    private static final long MILLI = 1_000_000;
    private static final long BEGIN = Long.MAX_VALUE - 50 * MILLI; // clocks may wrap

    private final Openings openings = new Openings(BEGIN);

    private static long at(long millis) {
        return BEGIN + millis * MILLI;
    }

    private long since(long dueMillis) {
        return (openings.since(at(dueMillis)) - BEGIN) / MILLI;
    }

    @Test
    void thereIsRoomFromWhenThatWasDueWhichHadIt() {
        openings.begin(at(120));
        assertThat(since(100)).isEqualTo(100);
        assertThat(since(110)).isEqualTo(110);
    }

    @Test
    void noneWhileNothingCanBeWritten() {
        openings.begin(at(120));
        openings.stuck(true);
        openings.begin(at(200));
        assertThat(since(100)).isEqualTo(200);
        openings.stuck(false);
        openings.begin(at(300));
        assertThat(since(100)).as("what was stuck, in a later turn").isEqualTo(200);
        assertThat(since(250)).isEqualTo(250);
    }

    @Test
    void aMachineThatStoodStillIsNotMadeUpFor() {
        openings.begin(at(60_000));
        assertThat(since(100)).isEqualTo(59_000);
    }
}
