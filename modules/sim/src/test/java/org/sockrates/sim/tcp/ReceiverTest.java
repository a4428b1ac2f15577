package org.sockrates.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.sim.tcp.Receiver.News;

/** What is made of segments in any order, and what the other end is told of the room. */
final class ReceiverTest {
    private static final int FULL = 1000;

    /** RFC 7323 §2.2: as small a shift as lets 16 bits name the whole buffer, 14 at most. */
    @ParameterizedTest
    @CsvSource({"1, 0", "65535, 0", "65536, 1", "131070, 1", "131072, 2", "4194304, 7", "536870912, 14"})
    void theWindowIsShiftedNoFurtherThanItMust(int buffer, int shift) {
        assertThat(new Receiver(buffer, FULL).ownScale()).isEqualTo(shift);
    }

    // --- what comes -------------------------------------------------------------------------------------------------

    @Test
    void aGapIsFilled() {
        Receiver receiver = begun(10_000);
        assertThat(receiver.take(data(0, FULL))).isEqualTo(News.NEXT);
        assertThat(receiver.take(data(2000, FULL))).isEqualTo(News.BEHIND_GAP);
        assertThat(receiver.take(data(4000, FULL))).isEqualTo(News.BEHIND_GAP);
        assertThat(receiver.take(data(1000, FULL))).isEqualTo(News.FILLED);
        assertThat(receiver.next()).isEqualTo(3000);
        assertThat(receiver.take(data(3000, FULL))).isEqualTo(News.FILLED);
        assertThat(receiver.take(data(5000, FULL))).isEqualTo(News.NEXT);
        assertThat(receiver.available()).isEqualTo(6000);
    }

    @Test
    void whatHasComeIsOld() {
        Receiver receiver = begun(10_000);
        receiver.take(data(0, FULL));
        assertThat(receiver.take(data(0, FULL))).as("all of it").isEqualTo(News.OLD);
        assertThat(receiver.take(data(0, 10))).as("a part of it").isEqualTo(News.OLD);
        assertThat(receiver.take(data(0, FULL + 1))).as("and one byte more").isEqualTo(News.NEXT);
        assertThat(receiver.available()).isEqualTo(FULL + 1);
    }

    /** RFC 9293 §3.10.7.4: a FIN counts once everything before it has come; behind it there is nothing. */
    @Test
    void anEndCountsOnceAndNothingIsBehindIt() {
        Receiver receiver = begun(10_000);
        assertThat(receiver.take(Made.segment(1000, Segment.FIN, 0))).isEqualTo(News.OLD);
        assertThat(receiver.isFinished()).isFalse();
        assertThat(receiver.take(data(0, 1500))).isEqualTo(News.NEXT);
        assertThat(receiver.isFinished()).isTrue();
        assertThat(receiver.next()).as("the end takes a number").isEqualTo(1001);
        assertThat(receiver.available()).isEqualTo(1000);
        assertThat(receiver.take(Made.segment(1000, Segment.FIN, 0)))
                .as("again")
                .isEqualTo(News.OLD);
        assertThat(receiver.take(data(1001, 10))).isEqualTo(News.OLD);
        assertThat(receiver.available()).isEqualTo(1000);
    }

    @Test
    void anEndAloneGoesOn() {
        Receiver receiver = begun(10_000);
        receiver.take(data(0, 10));
        assertThat(receiver.take(Made.segment(10, Segment.FIN, 0))).isEqualTo(News.NEXT);
        assertThat(receiver.isFinished()).isTrue();
    }

    // --- what is told -----------------------------------------------------------------------------------------------

    /** RFC 9293 §3.8.6.2.2: the edge moves by a full segment, or half of the buffer where that is less. */
    @ParameterizedTest
    @CsvSource({"10000, 1000", "1000, 500"})
    void theEdgeMovesByAFullSegmentOrHalfOfTheBuffer(int buffer, int step) {
        Receiver receiver = begun(buffer);
        receiver.take(data(0, buffer));
        assertThat(receiver.tell()).isZero();
        read(receiver, step - 1);
        assertThat(receiver.hasMuchMoreRoom()).isFalse();
        assertThat(receiver.tell()).isZero();
        read(receiver, 1);
        assertThat(receiver.hasMuchMoreRoom()).isTrue();
        assertThat(receiver.tell()).isEqualTo(step);
    }

    /** RFC 9293 §3.8.6: the right edge never moves back, though what lies behind a gap takes room. */
    @Test
    void theEdgeStaysWhatEverComes() {
        Receiver receiver = begun(10_000);
        assertThat(receiver.tell()).isEqualTo(10_000);
        receiver.take(data(2000, 3000));
        assertThat(receiver.tell()).isEqualTo(10_000);
        receiver.take(data(0, 2000));
        assertThat(receiver.tell()).isEqualTo(5_000);
    }

    /** As in Linux: news of room are told where it is twice what the other end knows of. */
    @Test
    void newsOfRoomAreTwiceWhatTheOtherEndKnows() {
        Receiver receiver = begun(10_000);
        receiver.tell();
        receiver.take(data(0, 7500));
        assertThat(receiver.window()).isEqualTo(2500);
        read(receiver, 2499);
        assertThat(receiver.hasMuchMoreRoom()).isFalse();
        read(receiver, 1);
        assertThat(receiver.hasMuchMoreRoom()).isTrue();
        receiver.tell();
        read(receiver, 5000);
        assertThat(receiver.hasMuchMoreRoom()).as("10000 after 5000").isTrue();
    }

    @Test
    void whoKnowsOfMoreThanHalfOfTheBufferNeedsNoNews() {
        Receiver receiver = begun(10_000);
        receiver.take(data(0, 4999));
        assertThat(receiver.window()).isEqualTo(5001);
        read(receiver, 4999);
        assertThat(receiver.hasMuchMoreRoom()).isFalse();
    }

    /** RFC 7323 §2.3: the field is in steps; it is rounded up, so that the edge does not move back. */
    @Test
    void theFieldIsRoundedUpAndWhatItSaysIsTaken() {
        int buffer = 1 << 17;
        Receiver receiver = new Receiver(buffer, FULL);
        receiver.begin(0, true);
        receiver.tell();
        receiver.take(data(0, 1));
        int told = receiver.tell() << 2;
        assertThat(told).isEqualTo(buffer);
        for (int from = 1; from < 1 + told; from += 1 << 14) {
            assertThat(receiver.take(data(from, 1 << 14))).isEqualTo(News.NEXT);
        }
        assertThat(receiver.available()).isEqualTo(buffer + 1);
        assertThat(receiver.window()).isZero();
    }

    /** Where the other end does not scale, 65535 is the most that can be said; so much is free at once when it is read. */
    @Test
    void whoSaysLessThanItHasKeepsUpUnread() {
        Receiver unscaled = new Receiver(200_000, FULL);
        unscaled.begin(0, false);
        assertThat(unscaled.tell()).isEqualTo(65_535);
        unscaled.take(data(0, 2 * FULL));
        assertThat(unscaled.keepsUp()).isTrue();
        assertThat(unscaled.tell()).isEqualTo(65_535);

        Receiver whole = begun(10_000);
        assertThat(whole.tell()).isEqualTo(10_000);
        assertThat(whole.keepsUp()).isTrue();
        whole.take(data(0, 2 * FULL));
        assertThat(whole.keepsUp()).isFalse();
        read(whole, 2 * FULL);
        assertThat(whole.keepsUp()).isTrue();
    }

    // --- how a story is told ----------------------------------------------------------------------------------------

    private static Receiver begun(int buffer) {
        Receiver receiver = new Receiver(buffer, FULL);
        receiver.begin(0, true);
        return receiver;
    }

    private static Segment data(int sequence, int bytes) {
        return Made.segment(sequence, 0, bytes);
    }

    private static void read(Receiver receiver, int bytes) {
        assertThat(receiver.read(ByteBuffer.allocate(bytes))).isEqualTo(bytes);
    }
}
