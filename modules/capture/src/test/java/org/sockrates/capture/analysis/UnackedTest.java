package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockrates.capture.analysis.Unacked.Answered;

/** Segments are numbered from 1 on; each was sent at ten times its number. */
class UnackedTest {
    private final Unacked unacked = new Unacked();
    private int number;

    private void sent(long begin, long end) {
        number++;
        unacked.add(number, 10L * number, begin, end);
    }

    @Test
    void anAcknowledgementAnswersTheSegmentThatEndsThere() {
        sent(0, 100);
        sent(100, 200);
        sent(200, 300);

        assertThat(unacked.acknowledge(200)).contains(new Answered(2, 20, true));
        assertThat(unacked.acknowledge(250)).isEmpty();
        assertThat(unacked.acknowledge(300)).contains(new Answered(3, 30, true));
        assertThat(unacked.acknowledge(300)).as("again").isEmpty();
    }

    /** Karn and Partridge: which of two is answered nobody knows; it is told of the first. */
    @Test
    void whatWasSentTwiceIsToldSoAndWhatLiesBehindItIsNot() {
        sent(0, 100);
        sent(100, 200);
        sent(0, 100);

        assertThat(unacked.acknowledge(100)).contains(new Answered(1, 10, false));
        assertThat(unacked.acknowledge(200)).contains(new Answered(2, 20, true));
    }

    @Test
    void ofWhatIsAcknowledgedInPartTheRestWasSentOnce() {
        sent(0, 200);
        assertThat(unacked.acknowledge(100)).isEmpty();
        sent(0, 50);
        assertThat(unacked.acknowledge(100)).isEmpty();

        assertThat(unacked.acknowledge(200)).contains(new Answered(1, 10, true));
    }

    @Test
    void whereThereIsNoRoomForACopyItsOriginalIsStillKnownToHaveOne() {
        for (int i = 0; i < 10_000; i++) {
            sent(100L * i, 100L * i + 100);
        }
        sent(100, 200);

        assertThat(unacked.acknowledge(100)).contains(new Answered(1, 10, true));
        assertThat(unacked.acknowledge(200)).contains(new Answered(2, 20, false));
        assertThat(unacked.acknowledge(300)).contains(new Answered(3, 30, true));
    }
}
