package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** Who is at which end, where the same is said again and again. A packet takes 10, and an answer comes 3 later. */
final class HomesTest {
    private static final int CLIENT = 0;
    private static final int SERVER = 1;

    private final List<Packet> packets = new ArrayList<>();

    /** The first that one end saw is not the first of the other. */
    @Test
    void whoWasWatchedLaterLosesNothing() {
        for (int late : new int[] {CLIENT, SERVER}) {
            packets.clear();
            rounds(5, 100, 200, 300);
            packets.removeIf(packet -> packet.timeNanos() < 100 && packet.interfaceNumber() == late);

            assertThat(read().clocksDiffer()).isFalse();
            assertThat(read().seen().packets()).hasSize(8).allMatch(seen -> seen.fate() == Fate.DELIVERED);
            assertThat(read().seen().packets().subList(2, 8))
                    .allMatch(seen -> seen.arrivedNanos().equals(List.of(seen.sentNanos() + 10)));
        }
    }

    @Test
    void whoWasWatchedLaterAndLosesOneTellsOfNoClock() {
        rounds(5, 100, 200, 300);
        packets.removeIf(packet -> packet.timeNanos() < 100 && packet.interfaceNumber() == CLIENT);
        packets.removeIf(packet -> packet.timeNanos() == 210);

        assertThat(read().clocksDiffer()).isFalse();
    }

    /** As where a network card cuts what the sender's kernel gave it whole. */
    @Test
    void countsWhatArrivesInOtherPieces() {
        rounds(5, 100);
        seen(CLIENT, 200, ask(2));
        seen(SERVER, 210, ask(3));
        seen(SERVER, 211, ask(4));

        assertThat(read().unsent()).isEqualTo(2);
        assertThat(read().seen().packets())
                .filteredOn(seen -> seen.fate() == Fate.LOST)
                .singleElement()
                .satisfies(lost -> assertThat(lost.sentNanos()).isEqualTo(200));
    }

    /** As where UDP's messages are cut behind the place where they were seen to leave. */
    @Test
    void whatBothEndsSawTellsMoreThanHowManyCameFromNowhere() {
        for (int i = 0; i < 5; i++) {
            long begin = 100L + 100 * i;
            seen(CLIENT, begin, ask(100 + i));
            for (int j = 0; j < 4; j++) {
                seen(SERVER, begin + 10 + j, ask(20 + 4 * i + j));
            }
            seen(SERVER, begin + 20, answer(i));
            seen(CLIENT, begin + 30, answer(i));
        }

        assertThat(read().clocksDiffer()).isFalse();
        assertThat(read().unsent()).isEqualTo(20);
        assertThat(read().seen().packets())
                .filteredOn(seen -> seen.sentNanos() % 100 == 20)
                .hasSize(5);
    }

    @Test
    void whoSpeaksAloneAndWasWatchedLaterIsThereToo() {
        for (long nanos : new long[] {5, 100, 200, 300}) {
            if (nanos > 5) {
                seen(CLIENT, nanos, ask(1));
            }
            seen(SERVER, nanos + 10, ask(1));
        }

        assertThat(read().seen().packets()).allMatch(seen -> seen.fate() == Fate.DELIVERED);
    }

    /** There a packet was seen sooner behind the last arrival than behind its own sending. */
    @Test
    void whoseWayThereIsTheLongerIsWhereItIs() {
        for (long nanos : new long[] {100, 360, 620}) {
            seen(CLIENT, nanos, ask(1));
            seen(SERVER, nanos + 250, ask(1));
            seen(SERVER, nanos + 251, answer(1));
            seen(CLIENT, nanos + 255, answer(1));
        }

        assertThat(read().clocksDiffer()).isFalse();
        assertThat(read().seen().packets())
                .extracting(SeenPacket::sentNanos)
                .containsExactly(100L, 351L, 360L, 611L, 620L, 871L);
    }

    /** A SYN that is lost was sent before anything was seen at the other end. */
    @Test
    void whatIsLostBeforeAnythingArrivesIsLost() {
        lostAndThenNot();

        assertThat(fates()).containsExactlyInAnyOrder(Fate.LOST, Fate.DELIVERED, Fate.DELIVERED);
    }

    /** Before the other end was watched, or while it was. */
    @ParameterizedTest
    @ValueSource(longs = {1, 112})
    void whoIsAtNeitherEndSaysNothingOfTheOther(long asked) {
        seen(
                CLIENT,
                asked,
                Crafted.from("10.77.0.1", 4_001, "10.77.0.53", 53).payload(3).udp());
        seen(
                CLIENT,
                asked + 4,
                Crafted.from("10.77.0.53", 53, "10.77.0.1", 4_001).payload(3).udp());
        lostAndThenNot();

        assertThat(fates())
                .containsExactlyInAnyOrder(Fate.LOST, Fate.DELIVERED, Fate.DELIVERED, Fate.DELIVERED, Fate.DELIVERED);
    }

    /** A firewall answers in the server's name, at the client. */
    @Test
    void whoIsKnownToBeAtTheOtherEndIsNoStranger() {
        rounds(100);
        seen(
                CLIENT,
                120,
                Crafted.from("10.77.0.3", 4_000, "10.77.0.2", 9).payload(1).udp());
        seen(
                CLIENT,
                122,
                Crafted.from("10.77.0.2", 9, "10.77.0.3", 4_000).payload(1).udp());

        assertThat(fates()).contains(Fate.LOST);
    }

    /** A router, who says only that he throws something away. */
    @Test
    void whoIsKnownNowhereAndIsHeardHasArrived() {
        rounds(100);
        seen(
                CLIENT,
                120,
                Crafted.from("10.77.0.254", 1, "10.77.0.1", 1).payload(1).udp());

        assertThat(fates()).containsOnly(Fate.DELIVERED);
    }

    /** One clock, one that was lost, and an answer that came before it: no clock turns that round. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsSentAgainAndLostTellsOfNoClockEither(int back) {
        seen(SERVER, 50, ask(1));
        seen(SERVER, 53, answer(back));
        seen(CLIENT, 63, answer(back));
        seen(CLIENT, 100, ask(1));

        assertThat(read().clocksDiffer()).isFalse();
        assertThat(fates()).containsExactlyInAnyOrder(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST);
    }

    @Test
    void whatWasNotSeenEquallyOftenTellsOfNoClock() {
        List.of(200L, 300L, 400L).forEach(nanos -> seen(CLIENT, nanos, ask(1)));
        List.of(110L, 210L).forEach(nanos -> seen(SERVER, nanos, ask(1)));
        for (int bytes = 2; bytes < 5; bytes++) {
            round(bytes, 100L * bytes - 150, 0);
        }

        assertThat(read().clocksDiffer()).isFalse();
    }

    /** Nobody can tell then whose end was watched first. */
    @Test
    void whereClocksDifferNothingStandsForBothEnds() {
        for (int round = 1; round <= 3; round++) {
            round(round, 4_000_000 + 100L * round, 3_600_000);
        }

        assertThat(read().seen().packets()).hasSize(6);
    }

    @Test
    void aClockThatIsSetMeanwhileIsTold() {
        for (int round = 1; round <= 4; round++) {
            round(round, 100L * round, round > 2 ? 50 : 0);
        }

        assertThat(read().clocksDiffer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {50, -50, 3_600_000})
    void aClockThatIsBehindIsTold(long behind) {
        for (int round = 1; round <= 3; round++) {
            round(round, 4_000_000 + 100L * round, behind);
        }

        assertThat(read().clocksDiffer()).isTrue();
    }

    @Test
    void aClockThatIsBehindIsToldThoughNoAnswerArrives() {
        for (int round = 1; round <= 3; round++) {
            round(round, 100L * round, 50);
        }
        packets.removeIf(packet -> packet.interfaceNumber() == CLIENT && packet.timeNanos() % 100 == 23);

        assertThat(read().clocksDiffer()).isTrue();
    }

    private void lostAndThenNot() {
        seen(CLIENT, 10, ask(1));
        rounds(100);
    }

    private List<Fate> fates() {
        return read().seen().packets().stream().map(SeenPacket::fate).toList();
    }

    private void rounds(long... begins) {
        for (long begin : begins) {
            seen(CLIENT, begin, ask(1));
            seen(SERVER, begin + 10, ask(1));
            seen(SERVER, begin + 13, answer(1));
            seen(CLIENT, begin + 23, answer(1));
        }
    }

    private void round(int bytes, long begin, long behind) {
        seen(CLIENT, begin, ask(bytes));
        seen(SERVER, begin + 10 - behind, ask(bytes));
        seen(SERVER, begin + 13 - behind, answer(bytes));
        seen(CLIENT, begin + 23, answer(bytes));
    }

    private static ByteBuffer ask(int bytes) {
        return Crafted.from("10.77.0.1", 4_000, "10.77.0.2", 7).payload(bytes).udp();
    }

    private static ByteBuffer answer(int bytes) {
        return Crafted.from("10.77.0.2", 7, "10.77.0.1", 4_000).payload(bytes).udp();
    }

    private void seen(int point, long nanos, ByteBuffer bytes) {
        packets.add(new Packet(nanos, bytes, bytes.limit(), point, ""));
    }

    private CapturedTraffic read() {
        List<Packet> ordered = packets.stream()
                .sorted(Comparator.comparingLong(Packet::timeNanos))
                .toList();
        Capture capture = new Capture(
                List.of(new VantagePoint("client", ""), new VantagePoint("server", "")),
                ordered,
                ordered.size(),
                new Capture.Skipped(0, ""),
                Optional.empty());
        return CapturedTraffic.of(capture, ThrownAway.of(capture));
    }
}
