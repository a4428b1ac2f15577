package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;
import static org.sockrates.capture.traffic.TwoEnds.udp;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** Who is at which end, where the same is said again and again. A packet takes 10, and an answer comes 3 later. */
final class HomesTest {
    private final TwoEnds ends = new TwoEnds();

    /** The first that one end saw is not the first of the other. */
    @ParameterizedTest
    @ValueSource(ints = {CLIENT, SERVER})
    void whoWasWatchedLaterLosesNothing(int late) {
        rounds(5, 100, 200, 300);
        ends.without(packet -> packet.timeNanos() < 100 && packet.interfaceNumber() == late);

        assertThat(ends.traffic().clocksDiffer()).isFalse();
        assertThat(ends.read()).hasSize(8).allMatch(seen -> seen.fate() == Fate.DELIVERED);
        assertThat(ends.read().subList(2, 8))
                .allMatch(seen -> seen.arrivedNanos().equals(List.of(seen.sentNanos() + 10)));
    }

    @Test
    void whoWasWatchedLaterAndLosesOneTellsOfNoClock() {
        rounds(5, 100, 200, 300);
        ends.without(packet -> packet.timeNanos() < 100 && packet.interfaceNumber() == CLIENT);
        ends.without(packet -> packet.timeNanos() == 210);

        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    /** As where a network card cuts what the sender's kernel gave it whole. */
    @Test
    void countsWhatArrivesInOtherPieces() {
        rounds(5, 100);
        ends.seen(CLIENT, 200, ask(2));
        ends.seen(SERVER, 210, ask(3));
        ends.seen(SERVER, 211, ask(4));

        assertThat(ends.traffic().unsent()).isEqualTo(2);
        assertThat(ends.read())
                .filteredOn(seen -> seen.fate() == Fate.LOST)
                .singleElement()
                .satisfies(lost -> assertThat(lost.sentNanos()).isEqualTo(200));
    }

    /** As where UDP's messages are cut behind the place where they were seen to leave. */
    @Test
    void whatBothEndsSawTellsMoreThanHowManyCameFromNowhere() {
        for (int i = 0; i < 5; i++) {
            long begin = 100L + 100 * i;
            ends.seen(CLIENT, begin, ask(100 + i));
            for (int j = 0; j < 4; j++) {
                ends.seen(SERVER, begin + 10 + j, ask(20 + 4 * i + j));
            }
            ends.seen(SERVER, begin + 20, answer(i));
            ends.seen(CLIENT, begin + 30, answer(i));
        }

        assertThat(ends.traffic().clocksDiffer()).isFalse();
        assertThat(ends.traffic().unsent()).isEqualTo(20);
        assertThat(ends.read()).filteredOn(seen -> seen.sentNanos() % 100 == 20).hasSize(5);
    }

    @Test
    void whoSpeaksAloneAndWasWatchedLaterIsThereToo() {
        for (long nanos : new long[] {5, 100, 200, 300}) {
            if (nanos > 5) {
                ends.seen(CLIENT, nanos, ask(1));
            }
            ends.seen(SERVER, nanos + 10, ask(1));
        }

        assertThat(ends.read()).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** There a packet was seen sooner behind the last arrival than behind its own sending. */
    @Test
    void whoseWayThereIsTheLongerIsWhereItIs() {
        for (long nanos : new long[] {100, 360, 620}) {
            ends.seen(CLIENT, nanos, ask(1));
            ends.seen(SERVER, nanos + 250, ask(1));
            ends.seen(SERVER, nanos + 251, answer(1));
            ends.seen(CLIENT, nanos + 255, answer(1));
        }

        assertThat(ends.traffic().clocksDiffer()).isFalse();
        assertThat(ends.read()).extracting(SeenPacket::sentNanos).containsExactly(100L, 351L, 360L, 611L, 620L, 871L);
    }

    /** A SYN that is lost was sent before anything was seen at the other end. */
    @Test
    void whatIsLostBeforeAnythingArrivesIsLost() {
        lostAndThenNot();

        assertThat(ends.fates()).containsExactlyInAnyOrder(Fate.LOST, Fate.DELIVERED, Fate.DELIVERED);
    }

    /** Before the other end was watched, or while it was. */
    @ParameterizedTest
    @ValueSource(longs = {1, 112})
    void whoIsAtNeitherEndSaysNothingOfTheOther(long asked) {
        ends.seen(CLIENT, asked, udp(1, 53, 3));
        ends.seen(CLIENT, asked + 4, udp(53, 1, 3));
        lostAndThenNot();

        assertThat(ends.fates())
                .containsExactlyInAnyOrder(Fate.LOST, Fate.DELIVERED, Fate.DELIVERED, Fate.DELIVERED, Fate.DELIVERED);
    }

    /** A firewall answers in the server's name, at the client. */
    @Test
    void whoIsKnownToBeAtTheOtherEndIsNoStranger() {
        rounds(100);
        ends.seen(CLIENT, 120, udp(3, 2, 1));
        ends.seen(CLIENT, 122, udp(2, 3, 1));

        assertThat(ends.fates()).contains(Fate.LOST);
    }

    /** A router, who says only that he throws something away. */
    @Test
    void whoIsKnownNowhereAndIsHeardHasArrived() {
        rounds(100);
        ends.seen(CLIENT, 120, udp(254, 1, 1));

        assertThat(ends.fates()).containsOnly(Fate.DELIVERED);
    }

    /** One clock, one that was lost, and an answer that came before it: no clock turns that round. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsSentAgainAndLostTellsOfNoClockEither(int back) {
        ends.seen(SERVER, 50, ask(1));
        ends.seen(SERVER, 53, answer(back));
        ends.seen(CLIENT, 63, answer(back));
        ends.seen(CLIENT, 100, ask(1));

        assertThat(ends.traffic().clocksDiffer()).isFalse();
        assertThat(ends.fates()).containsExactlyInAnyOrder(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST);
    }

    @Test
    void whatWasNotSeenEquallyOftenTellsOfNoClock() {
        List.of(200L, 300L, 400L).forEach(nanos -> ends.seen(CLIENT, nanos, ask(1)));
        List.of(110L, 210L).forEach(nanos -> ends.seen(SERVER, nanos, ask(1)));
        for (int bytes = 2; bytes < 5; bytes++) {
            ends.round(bytes, 100L * bytes - 150, 0);
        }

        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    /** Nobody can tell then whose end was watched first. */
    @Test
    void whereClocksDifferNothingStandsForBothEnds() {
        for (int round = 1; round <= 3; round++) {
            ends.round(round, 4_000_000 + 100L * round, 3_600_000);
        }

        assertThat(ends.read()).hasSize(6);
    }

    @Test
    void aClockThatIsSetMeanwhileIsTold() {
        for (int round = 1; round <= 4; round++) {
            ends.round(round, 100L * round, round > 2 ? 50 : 0);
        }

        assertThat(ends.traffic().clocksDiffer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {50, -50, 3_600_000})
    void aClockThatIsBehindIsTold(long behind) {
        for (int round = 1; round <= 3; round++) {
            ends.round(round, 4_000_000 + 100L * round, behind);
        }

        assertThat(ends.traffic().clocksDiffer()).isTrue();
    }

    @Test
    void aClockThatIsBehindIsToldThoughNoAnswerArrives() {
        for (int round = 1; round <= 3; round++) {
            ends.round(round, 100L * round, 50);
        }
        ends.without(packet -> packet.interfaceNumber() == CLIENT && packet.timeNanos() % 100 == 23);

        assertThat(ends.traffic().clocksDiffer()).isTrue();
    }

    private void lostAndThenNot() {
        ends.seen(CLIENT, 10, ask(1));
        rounds(100);
    }

    private void rounds(long... begins) {
        for (long begin : begins) {
            ends.round(1, begin, 0);
        }
    }

    private static ByteBuffer ask(int bytes) {
        return udp(1, 2, bytes);
    }

    private static ByteBuffer answer(int bytes) {
        return udp(2, 1, bytes);
    }
}
