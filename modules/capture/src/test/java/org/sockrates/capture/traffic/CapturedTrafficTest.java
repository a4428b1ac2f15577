package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.traffic.PassedMessage.Fate;

final class CapturedTrafficTest {
    private final TwoEnds ends = new TwoEnds();

    @Test
    void bringsSendingAndArrivalTogetherAgain() {
        TwoEnds link = new TwoEnds(VantagePoint.SENT, VantagePoint.ARRIVED);
        link.seen(0, 10, segment(1)).seen(0, 11, segment(2), "loss 5%").seen(0, 12, segment(3), "duplicate");
        link.seen(1, 30, segment(1)).seen(1, 32, segment(3), "duplicate").seen(1, 33, segment(3), "duplicate");

        assertThat(link.fates()).containsExactly(Fate.DELIVERED, Fate.LOST, Fate.DELIVERED);
        assertThat(link.arrivals()).containsExactly(List.of(30L), List.of(), List.of(32L, 33L));
        assertThat(link.read()).extracting(SeenPacket::rule).containsExactly("", "loss 5%", "duplicate");
    }

    @Test
    void whereEachPointIsAnEndAPacketArrivesAtTheOther() {
        ends.seen(CLIENT, 10, segment(1)).seen(SERVER, 20, segment(1));
        ends.seen(SERVER, 21, answer()).seen(CLIENT, 31, answer());
        ends.seen(CLIENT, 40, segment(2), "dropped: drop next data");
        ends.seen(SERVER, 50, segment(3), "corrupted: corrupt next"); // as nobody sent it
        ends.seen(CLIENT, 60, segment(4), "delayed: delay");

        assertThat(ends.read()).extracting(SeenPacket::sentNanos).containsExactly(10L, 21L, 40L, 60L);
        assertThat(ends.arrivals()).containsExactly(List.of(20L), List.of(31L), List.of(), List.of());
        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.DELIVERED, Fate.LOST, Fate.QUEUED);
        assertThat(ends.read()).extracting(SeenPacket::rule).containsExactly("", "", "drop next data", "delay");
        assertThat(ends.traffic().seen().atEnds()).isTrue();
    }

    @Test
    void whatALinkDroppedNeverArrivesHoweverMuchLikeItTheNextOneLooks() {
        ends.seen(CLIENT, 10, segment(1), "dropped: drop next data");
        ends.seen(CLIENT, 20, segment(1)).seen(SERVER, 21, segment(1));

        assertThat(ends.arrivals()).containsExactly(List.of(), List.of(21L));
        assertThat(ends.fates()).containsExactly(Fate.LOST, Fate.DELIVERED);
    }

    /** A packet takes 10: where the server's clock is 15 behind, what the client sends was there before. */
    @ParameterizedTest
    @CsvSource({"0, false", "9, false", "15, true", "-15, true"})
    void clocksThatCannotBeAreTold(long behind, boolean told) {
        ends.round(1, 100, behind).seen(CLIENT, 140, segment(2)); // which is lost

        assertThat(ends.traffic().clocksDiffer()).isEqualTo(told);
    }

    @Test
    void whoseOnlyPacketItsOwnEndHasMissedTellsOfNoClock() {
        ends.seen(CLIENT, 100, segment(1)).seen(SERVER, 110, segment(1)).seen(CLIENT, 130, answer());

        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    /** Both hear somebody who is at neither end, by an address that one of them also asks. */
    @Test
    void whoIsHeardAtBothEndsTellsOfNoClock() {
        ByteBuffer third = Crafted.from("10.77.0.9", 5353, "224.0.0.251", 5353).udp();
        ends.seen(CLIENT, 90, third).seen(SERVER, 91, third);
        ends.seen(CLIENT, 100, segment(1)).seen(SERVER, 110, segment(1));
        ends.seen(CLIENT, 120, TwoEnds.udp(1, 9, 0));

        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    /** Each end has a program of its own that asks itself the same. */
    @Test
    void whoTalksToItselfTellsOfNoClock() {
        ByteBuffer own = Crafted.from("127.0.0.1", 9, "127.0.0.1", 53).udp();
        ends.seen(CLIENT, 90, own).seen(SERVER, 95, own);
        ends.seen(CLIENT, 100, segment(1)).seen(SERVER, 110, segment(1));

        assertThat(ends.traffic().clocksDiffer()).isFalse();
    }

    @Test
    void inOtherFilesEachPacketStandsForItself() {
        TwoEnds places = new TwoEnds(new VantagePoint("eth0", ""), new VantagePoint("lo", ""));
        places.seen(1, 30, segment(1)).seen(0, 10, segment(1));

        assertThat(places.read()).extracting(SeenPacket::sentNanos).containsExactly(10L, 30L);
        assertThat(places.fates()).containsOnly(Fate.DELIVERED);
        assertThat(places.traffic().seen().atEnds()).isFalse();
    }

    /** Where the link takes no time, a packet that is written first left. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void aPacketMayArriveAtTheTimeItLeft(int sender, int receiver) {
        ends.seen(sender, 10, segment(1)).seen(receiver, 10, segment(1)).seen(sender, 20, segment(2));

        assertThat(ends.fates()).containsExactly(Fate.DELIVERED, Fate.LOST);
    }

    /** As mergecap puts two files together whose clocks are alike: of one time it takes the one first that it was told first. */
    @Test
    void whatArrivesAtTheTimeItLeftMayBeWrittenBefore() {
        TwoEnds turned = new TwoEnds(new VantagePoint("server", ""), new VantagePoint("client", ""));
        turned.seen(0, 10, segment(1))
                .seen(1, 10, segment(1))
                .seen(1, 20, segment(2))
                .seen(0, 21, segment(2));

        assertThat(turned.arrivals()).containsExactly(List.of(10L), List.of(21L));
    }

    /** As one program makes them that says the same again and again; a look at all of them for each would take minutes. */
    @Test
    @Timeout(30)
    void manyEqualPacketsTakeNoLongerEach() {
        int count = 150_000;
        ByteBuffer bytes = TwoEnds.udp(1, 2, 0);
        TwoEnds equal = new TwoEnds(new VantagePoint("client", ""), new VantagePoint("server", ""));
        for (int i = 0; i < count; i++) {
            equal.seen(CLIENT, 2L * i, bytes).seen(SERVER, 2L * i + 1, bytes);
        }

        assertThat(equal.read())
                .hasSize(count)
                .allMatch(seen -> seen.arrivedNanos().equals(List.of(seen.sentNanos() + 1)));
    }

    /** Its ports and addresses may be as wrong as anything else in it. */
    @ParameterizedTest
    @CsvSource({"client, server", "client, eth0"})
    void whatItsReceiverThrowsAwayIsNobodys(String first, String other) {
        TwoEnds places = new TwoEnds(new VantagePoint(first, ""), new VantagePoint(other, ""));
        places.seen(0, 10, answer().put(21, (byte) 3)).seen(0, 20, segment(1));

        assertThat(places.read()).extracting(SeenPacket::sentNanos).containsExactly(20L);
    }

    /** The fragments that arrived as they were sent did arrive. */
    @Test
    void aDatagramOfWhichAFragmentArrivesDamagedIsLostWithThatOne() {
        ByteBuffer whole = TwoEnds.udp(1, 2, 24);
        ByteBuffer first = part(whole, 0, 16);
        ByteBuffer last = part(whole, 16, 16);
        ByteBuffer damaged = part(whole.put(40, (byte) 0), 16, 16);
        ends.seen(CLIENT, 10, first).seen(CLIENT, 11, last);
        ends.seen(SERVER, 20, first).seen(SERVER, 21, damaged);
        ends.seen(CLIENT, 30, first).seen(CLIENT, 31, damaged); // as it left: nobody's

        assertThat(ends.read()).extracting(SeenPacket::sentNanos).containsExactly(10L, 11L);
        assertThat(ends.arrivals()).containsExactly(List.of(20L), List.of());
    }

    private static ByteBuffer part(ByteBuffer whole, int from, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(20 + length).put(0, whole, 0, 20).put(20, whole, 20 + from, length);
        bytes.putShort(2, (short) (20 + length)).putShort(6, (short) ((from == 0 ? 0x2000 : 0) | from / 8));
        return bytes.putShort(10, (short) 0).putShort(10, (short) Checksum.of(bytes, 0, 20));
    }

    /** From the client's port to the server's, as its answer comes back. */
    private static ByteBuffer segment(int bytes) {
        return Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                .flags("P.")
                .payload(bytes)
                .tcp();
    }

    private static ByteBuffer answer() {
        return Crafted.from("10.77.0.2", 2, "10.77.0.1", 1).flags(".").tcp();
    }
}
