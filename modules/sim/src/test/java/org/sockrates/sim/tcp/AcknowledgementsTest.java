package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** When an acknowledgement is due: RFC 9293 §3.8.6.3, and in times and counts as Linux has it. */
final class AcknowledgementsTest {
    private static final long MILLI = 1_000_000;
    private static final int FULL = 1000;

    /** Longer than any estimate here may become. */
    private static final long SILENCE = 300 * MILLI;

    private final Receiver receiver = new Receiver(4 * FULL, FULL);
    private final Acknowledgements acknowledgements = new Acknowledgements(receiver);
    private long now;
    private int next = 1;

    AcknowledgementsTest() {
        receiver.begin(next, true);
    }

    // --- how long it may wait ---------------------------------------------------------------------------------------

    @Test
    void itWaitsByTheGapsBetweenWhatComes() {
        firstTwo();
        assertThat(waits(10)).isEqualTo(40);
        assertThat(waits(30)).as("half of 40, and 30").isEqualTo(50);
        assertThat(waits(45)).isEqualTo(70);
        assertThat(waits(70)).as("as long a gap as it waits already").isEqualTo(70);
        assertThat(waits(20)).as("half, and 20, however short the gap").isEqualTo(55);
    }

    @Test
    void afterASilenceItIsSentAtOnceAgain() {
        firstTwo();
        assertThat(comes(FULL, false, 300)).as("no longer than a timeout").isFalse();
        sent();
        assertThat(comes(FULL, false, 301)).isTrue();
        sent();
        assertThat(comes(FULL, false, 1)).isTrue();
        sent();
        assertThat(comes(FULL, false, 1)).isFalse();
    }

    // --- every second -----------------------------------------------------------------------------------------------

    /** RFC 9293 §3.8.6.3: at least for every second full segment; only not where it would offer less room than the last. */
    @Test
    void theSecondFullOneIsAcknowledgedAtOnceWhereTheReaderKeepsUp() {
        firstTwo();
        receiver.take(Made.segment(next, 0, 2 * FULL));
        next += 2 * FULL;
        sent();
        assertThat(comes(FULL, false, 1)).isFalse();
        assertThat(comes(1, false, 1)).as("less room than it was told").isFalse();
        read(FULL + 1);
        assertThat(comes(0, false, 1)).as("more than one, as much room").isTrue();
        sent();
        read(4 * FULL);
        sent();
        assertThat(comes(FULL, false, 1)).isFalse();
        read(FULL);
        assertThat(comes(0, false, 1)).as("one, and no more").isFalse();
    }

    @Test
    void whatIsReadIsAcknowledgedIfItIsMoreThanOneFullSegment() {
        firstTwo();
        comes(FULL, false, 1);
        read(FULL);
        assertThat(acknowledgements.isDueAfterReading()).isFalse();
        comes(1, false, 1);
        assertThat(acknowledgements.isDueAfterReading()).isTrue();
        sent();
        assertThat(acknowledgements.isDueAfterReading()).as("nothing waits").isFalse();
    }

    /** The end of what the other program sent was pushed, and was short: it waits for an answer, perhaps. */
    @Test
    void aShortEndIsAcknowledgedWhenAllIsRead() {
        firstTwo();
        comes(10, true, 1);
        read(5);
        assertThat(acknowledgements.isDueAfterReading()).as("half of it").isFalse();
        read(5);
        assertThat(acknowledgements.isDueAfterReading()).isTrue();
        sent();
        comes(10, false, 1);
        read(10);
        assertThat(acknowledgements.isDueAfterReading()).as("not pushed").isFalse();
        sent();
        comes(FULL, true, 1);
        read(FULL);
        assertThat(acknowledgements.isDueAfterReading()).as("not short").isFalse();
    }

    // --- conversations ----------------------------------------------------------------------------------------------

    @Test
    void whoAnswersInTimeIsInAConversation() {
        assertThat(comes(10, true, 0)).as("the first").isTrue();
        sent();
        now += 40 * MILLI;
        acknowledgements.answering(now);
        assertThat(comes(10, true, 0)).as("answered too late").isTrue();
        sent();
        now += 39 * MILLI;
        acknowledgements.answering(now);
        assertThat(comes(10, true, 100)).isFalse();
        read(30);
        assertThat(acknowledgements.isDueAfterReading())
                .as("the answer will tell")
                .isFalse();
        comes(10, true, 10);
        read(10);
        assertThat(acknowledgements.isDueAfterReading()).as("two questions").isTrue();
    }

    @Test
    void whoSpeaksFirstIsInNoConversationYet() {
        acknowledgements.answering(now);
        assertThat(comes(10, true, 1)).isTrue();
    }

    @Test
    void whoDoesNotAnswerIsInNone() {
        firstTwo();
        waits(30);
        acknowledgements.answering(now);
        acknowledgements.expired(SILENCE);
        assertThat(waits(200)).as("begins anew").isEqualTo(40);
        acknowledgements.expired(SILENCE);
        assertThat(waits(200)).as("in vain").isEqualTo(80);
    }

    // --- how a story is told ----------------------------------------------------------------------------------------

    /** Two are sent at once: half as many as full segments fit into the window, two at least. */
    private void firstTwo() {
        for (int i = 0; i < 2; i++) {
            assertThat(comes(FULL, false, 0)).isTrue();
            read(FULL);
            sent();
        }
    }

    /** How many milliseconds what comes after so many may wait, where a round trip takes 200. */
    private long waits(long millis) {
        assertThat(comes(FULL, false, millis)).isFalse();
        acknowledgements.delay(200 * MILLI, now);
        long waits = (acknowledgements.dueNanos() - now) / MILLI;
        read(FULL);
        sent();
        return waits;
    }

    /** Whether it is acknowledged at once. */
    private boolean comes(int bytes, boolean pushed, long millis) {
        now += millis * MILLI;
        if (bytes > 0) {
            receiver.take(Made.segment(next, 0, bytes));
            next += bytes;
            acknowledgements.data(bytes, pushed, false, SILENCE, now);
        }
        return acknowledgements.isDue(now);
    }

    private void read(int bytes) {
        receiver.read(ByteBuffer.allocate(bytes));
    }

    private void sent() {
        receiver.tell();
        acknowledgements.sent();
    }
}
