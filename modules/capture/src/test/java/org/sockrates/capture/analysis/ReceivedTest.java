package org.sockrates.capture.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReceivedTest {
    private final Received received = new Received();

    @Test
    void whatStandsBehindAGapCountsWhenItIsFilled() {
        received.add(0, 1);
        received.add(11, 21);
        received.add(31, 41);
        assertThat(received.next()).isEqualTo(1);
        received.add(1, 11);
        assertThat(received.next()).isEqualTo(21);
        received.add(15, 35);
        assertThat(received.next()).isEqualTo(41);
    }

    @Test
    void aWindowOfManySegmentsBehindAGapIsKept() {
        received.add(0, 1);
        for (int segment = 1; segment <= 3_000; segment++) {
            received.add(segment * 10L, segment * 10L + 10);
        }
        received.add(1, 10);
        assertThat(received.next()).isEqualTo(30_010);
    }

    @Test
    void moreGapsThanItRemembersDoNotStopIt() {
        received.add(0, 1);
        for (int segment = 1; segment <= 3_000; segment++) {
            received.add(segment * 10L, segment * 10L + 5);
        }
        received.add(1, 10);
        assertThat(received.next()).isEqualTo(15);
    }
}
