package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT_AGAIN;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** Which of packets with the same bytes arrived, and when; and which of them are one. */
final class EqualPacketsTest {
    private static final String DELAYED = "delayed: delay";
    private static final String REORDERED = "reordered: reorder";
    private static final String CORRUPTED = "corrupted: corrupt";
    private static final String DUPLICATED = "duplicated: duplicate,delay";

    private final ByteBuffer same = TwoEnds.udp(1, 2, 4);
    private final TwoEnds ends = new TwoEnds();

    /** None is under way until the next one is sent only because one is lost. */
    @Test
    void ofManyTheOneIsLostBehindWhichNothingCame() {
        sent(0, 400, 800, 1200).arrived(10, 810, 1210);

        assertThat(ends.arrivals()).containsExactly(List.of(10L), List.of(), List.of(810L), List.of(1210L));
    }

    @Test
    void whatIsSentOneBehindTheOtherArrivesSo() {
        sent(0, 1, 2, 100, 101, 102).arrived(50, 51, 52, 150, 151, 152);

        assertThat(ends.arrivals())
                .containsExactly(List.of(50L), List.of(51L), List.of(52L), List.of(150L), List.of(151L), List.of(152L));
    }

    @Test
    void ofTwoSentTogetherOneIsLost() {
        sent(0, 1, 100).arrived(10, 110);

        assertThat(ends.arrivals()).containsExactly(List.of(), List.of(10L), List.of(110L));
    }

    /** Its receiver threw it away; the other took longer than the time between the two. */
    @Test
    void aCorruptedOneIsNotTheOneThatArrives() {
        ends.seen(CLIENT, 0, same).seen(CLIENT, 100, same, CORRUPTED).seen(SERVER, 300, same);

        assertThat(ends.arrivals()).containsExactly(List.of(300L), List.of());
    }

    /** What was flipped in the other is nowhere alike. */
    @Test
    void theCopyOfACorruptedOneIsItsOwn() {
        ends.seen(CLIENT, 0, same, CORRUPTED).seen(SERVER, 10, same, DUPLICATED).seen(CLIENT, 20, same);

        assertThat(ends.arrivals()).containsExactly(List.of(10L), List.of());
    }

    /** Its file ended before the link let go of all. */
    @Test
    void whatALinkStillHasLeftLast() {
        ends.seen(CLIENT, 0, same, DELAYED).seen(CLIENT, 100, same, DELAYED);
        ends.seen(SERVER, 500, same, DELAYED);

        assertThat(ends.arrivals()).containsExactly(List.of(500L), List.of());
        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.QUEUED);
    }

    @Test
    void whatALinkDroppedIsNotWhatArrives() {
        ends.seen(CLIENT, 0, same, "dropped: loss").seen(SERVER, 10, same);

        assertThat(ends.fates()).containsExactly(Fate.LOST);
        assertThat(ends.traffic().unsent()).isEqualTo(1);
    }

    @Test
    void whatOvertookIsThereFirst() {
        ends.seen(CLIENT, 0, same, DELAYED).seen(CLIENT, 100, same, REORDERED).seen(CLIENT, 200, same, DELAYED);
        ends.seen(SERVER, 110, same, REORDERED).seen(SERVER, 500, same, DELAYED);

        assertThat(ends.arrivals()).containsExactly(List.of(500L), List.of(110L), List.of());
        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.DELIVERED, Fate.QUEUED);
    }

    /** The time to the one that was sent next is less than it took. */
    @Test
    void whatOvertookTellsWhoSentIt() {
        ends.seen(CLIENT, 0, same, DELAYED).seen(CLIENT, 100, same, REORDERED).seen(CLIENT, 107, same, DELAYED);
        ends.seen(SERVER, 105, same, REORDERED);

        assertThat(ends.arrivals()).containsExactly(List.of(), List.of(105L), List.of());
    }

    /** A link makes it on the way. */
    @Test
    void aCopyIsWhereItArrives() {
        ends.seen(CLIENT, 100, same)
                .seen(SERVER, 110, same)
                .seen(CLIENT, 112, same)
                .seen(SERVER, 119, same, DUPLICATED);

        assertThat(ends.arrivals()).containsExactly(List.of(110L, 119L), List.of());
    }

    @Test
    void copiesOfBothWaysTellOfTheSameEnds() {
        ByteBuffer back = TwoEnds.udp(2, 1, 4);
        ends.seen(CLIENT, 0, same).seen(SERVER, 10, same).seen(SERVER, 11, same, DUPLICATED);
        ends.seen(SERVER, 20, back).seen(CLIENT, 30, back).seen(CLIENT, 31, back, DUPLICATED);

        assertThat(ends.arrivals()).containsExactly(List.of(10L, 11L), List.of(30L, 31L));
        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    @Test
    void aCopyIsTheOnesThatALinkMadeItOf() {
        ends.seen(CLIENT, 0, same, DELAYED).seen(CLIENT, 100, same, DELAYED).seen(CLIENT, 200, same, DELAYED);
        ends.seen(SERVER, 300, same, DELAYED).seen(SERVER, 301, same, DUPLICATED);
        ends.seen(SERVER, 400, same, DELAYED).seen(SERVER, 500, same, DELAYED);

        assertThat(ends.arrivals()).containsExactly(List.of(300L, 301L), List.of(400L), List.of(500L));
    }

    @Test
    void aCopyMayBeThereFirst() {
        ends.seen(CLIENT, 0, same, DELAYED).seen(SERVER, 5, same, DUPLICATED).seen(SERVER, 10, same, DELAYED);

        assertThat(ends.arrivals()).containsExactly(List.of(5L, 10L));
    }

    /** One that is lost is no reason to take it for the next. */
    @Test
    void aCopyIsNoOthersThoughThatIsLost() {
        ends.seen(CLIENT, 0, same).seen(CLIENT, 1, same).seen(SERVER, 10, same).seen(SERVER, 11, same, DUPLICATED);

        assertThat(ends.arrivals()).containsExactly(List.of(), List.of(10L, 11L));
    }

    /** Somebody else wrote it there. */
    @Test
    void anyOtherCommentTellsNothing() {
        ends.seen(CLIENT, 0, same, "look here").seen(SERVER, 10, same);

        assertThat(ends.arrivals()).containsExactly(List.of(10L));
    }

    @Test
    void aCopyIsNotTheNextThoughOneIsLostElsewhere() {
        sent(0, 100, 200).arrived(10, 11, 210);

        assertThat(ends.arrivals()).containsExactly(List.of(10L, 11L), List.of(), List.of(210L));
    }

    @Test
    void aCopyIsTheLastOnesWhoeverCameBefore() {
        sent(0, 1).arrived(10, 11, 12);

        assertThat(ends.arrivals()).containsExactly(List.of(10L), List.of(11L, 12L));
    }

    /** As mergecap makes them of one file given twice. */
    @Test
    void whatOnePlaceSawAtOneTimeInTwoFilesIsOne() {
        sent(0, 100).arrived(10, 110);
        ends.seen(CLIENT_AGAIN, 0, same).seen(CLIENT_AGAIN, 100, same);

        assertThat(ends.arrivals()).containsExactly(List.of(10L), List.of(110L));
    }

    @Test
    void whatOnePlaceSawAtAnotherTimeIsAnother() {
        sent(0).arrived(10);
        ends.seen(CLIENT_AGAIN, 5, same);

        assertThat(ends.read()).hasSize(2);
    }

    /** A clock of microseconds. */
    @Test
    void whatOneInterfaceSawAtOneTimeIsTwo() {
        sent(0, 0).arrived(10, 10);
        ends.seen(CLIENT_AGAIN, 0, same).seen(CLIENT_AGAIN, 0, same);

        assertThat(ends.arrivals()).containsExactly(List.of(10L), List.of(10L));
    }

    /** Nobody can make a file whose times, of one hash, have all looked at for each; that would take minutes. */
    @Test
    @Timeout(30)
    void manyAtTimesOfOneHashTakeNoLongerEach() {
        int count = 40_000;
        for (long i = 1; i <= count; i++) {
            ends.seen(CLIENT, i << 32 | i, same);
        }

        assertThat(ends.read()).hasSize(count);
    }

    private EqualPacketsTest sent(long... nanos) {
        for (long each : nanos) {
            ends.seen(CLIENT, each, same);
        }
        return this;
    }

    private void arrived(long... nanos) {
        for (long each : nanos) {
            ends.seen(SERVER, each, same);
        }
    }
}
