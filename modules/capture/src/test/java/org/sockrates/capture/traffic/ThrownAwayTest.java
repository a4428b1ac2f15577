package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Checksum.Verdict;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.Packet;

/** A datagram in fragments is judged as Linux judges it, once all of them are there. */
final class ThrownAwayTest {
    private static final int CARRIED = 1_440;

    private final List<Packet> packets = new ArrayList<>();
    private int carries = IpProtocol.UDP;

    @Test
    void aGoodDatagramIsTaken() {
        for (boolean six : new boolean[] {false, true}) {
            fragments(datagram(six), six, 0);
            assertThat(judged()).containsOnly(Optional.empty());
        }
    }

    @Test
    void oneWrongByteInAnyOfThemIsAllOfTheirs() {
        for (boolean six : new boolean[] {false, true}) {
            for (int at : new int[] {0, 8, CARRIED, 2 * CARRIED, 2_991}) {
                ByteBuffer datagram = datagram(six);
                datagram.put(at, (byte) ~datagram.get(at));
                fragments(datagram, six, 0);
                assertThat(judged()).as("%s %d", six, at).hasSize(3).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
            }
        }
    }

    @Test
    void oneWrongByteOfASegmentIsAllOfItToo() {
        carries = IpProtocol.TCP;
        for (boolean six : new boolean[] {false, true}) {
            ByteBuffer segment = carried(from(six).payload(2_980).tcp(), six);
            fragments(segment, six, 0);
            assertThat(judged()).containsOnly(Optional.empty());
            fragments(segment.put(2_000, (byte) 0), six, 0);
            assertThat(judged()).hasSize(3).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
        }
    }

    /** What is for its destination alone may be cut with the rest (RFC 8200 §4.5). */
    @Test
    void oneWrongByteBehindItsOptionsIsAllOfTheirs() {
        carries = 60;
        ByteBuffer options = ByteBuffer.allocate(8).put(0, (byte) IpProtocol.UDP);
        ByteBuffer whole = ByteBuffer.allocate(3_008).put(0, options, 0, 8).put(8, datagram(true), 0, 3_000);
        fragments(whole, true, 0);
        assertThat(judged()).containsOnly(Optional.empty());
        fragments(whole.put(2_000, (byte) 0), true, 0);
        assertThat(judged()).hasSize(3).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
    }

    @Test
    void aDatagramOfWhichSomeIsMissingIsNotJudged() {
        ByteBuffer datagram = datagram(false);
        datagram.put(CARRIED, (byte) 0);
        for (int missing = 0; missing < 3; missing++) {
            fragments(datagram, false, 0);
            packets.remove(missing);
            assertThat(judged()).hasSize(2).containsOnly(Optional.empty());
        }
    }

    /** What each place saw is whole for itself only: half of it here and half of it there is nothing. */
    @Test
    void whatAnotherPlaceSawIsNoPartOfIt() {
        ByteBuffer datagram = datagram(false);
        datagram.put(CARRIED, (byte) 0);
        fragments(datagram, false, 0);
        Packet first = packets.remove(0);
        packets.add(0, new Packet(first.timeNanos(), first.bytes(), first.originalBytes(), 1, ""));
        assertThat(judged()).containsOnly(Optional.empty());
    }

    /** Whether it has given up what never became whole, or puts both together, its receiver knows alone. */
    @Test
    void whereANumberIsUsedAgainNobodyKnowsWhatIsPutTogether() {
        fragments(datagram(false), false, 0);
        Packet left = packets.get(0);
        ByteBuffer other = datagram(false);
        other.put(CARRIED, (byte) ~other.get(CARRIED)).putShort(6, (short) 0);
        fragments(other, false, 0);
        packets.add(0, left);
        assertThat(judged()).hasSize(4).containsOnly(Optional.empty());
        packets.set(0, new Packet(left.timeNanos() - 61_000_000_000L, left.bytes(), left.originalBytes(), 0, ""));
        ByteBuffer bad = datagram(false);
        bad.put(8, (byte) ~bad.get(8));
        List<Packet> before = List.of(packets.get(0));
        fragments(bad, false, 0);
        packets.addAll(0, before);
        assertThat(judged())
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Verdict.BAD_PAYLOAD),
                        Optional.of(Verdict.BAD_PAYLOAD),
                        Optional.of(Verdict.BAD_PAYLOAD));
    }

    /** As mergecap makes two interfaces of one file given twice. */
    @Test
    void whatIsThereTwiceIsJudgedTwice() {
        ByteBuffer datagram = datagram(false);
        datagram.put(CARRIED, (byte) ~datagram.get(CARRIED));
        fragments(datagram, false, 0);
        List.copyOf(packets)
                .forEach(each -> packets.add(new Packet(each.timeNanos(), each.bytes(), each.originalBytes(), 3, "")));
        assertThat(judged()).hasSize(6).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
    }

    /** One capture behind another in a file, of an interface of the same name. */
    @Test
    void whatAnotherCaptureSawIsNoPartOfIt() {
        fragments(datagram(false), false, 0);
        Packet first = packets.get(0);
        ByteBuffer other = datagram(false);
        other.put(CARRIED, (byte) ~other.get(CARRIED)).putShort(6, (short) 0);
        fragments(other, false, 0);
        packets.replaceAll(each -> new Packet(each.timeNanos(), each.bytes(), each.originalBytes(), 2, ""));
        packets.add(0, first);
        assertThat(judged()).hasSize(4).containsOnly(Optional.empty());
    }

    @Test
    void aLengthOfMoreThanAllOfThemCarryCannotBe() {
        for (boolean six : new boolean[] {false, true}) {
            fragments(datagram(six).putShort(4, (short) 3_001), six, 0);
            assertThat(judged()).hasSize(3).containsOnly(Optional.of(Verdict.BAD_LENGTH));
        }
    }

    @Test
    void aLengthOfLessIsTakenAndNoSumIsOverTheRest() {
        ByteBuffer less =
                Crafted.from("10.77.0.1", 4_000, "10.77.0.2", 9).payload(1_990).udp();
        ByteBuffer datagram = datagram(false).put(0, less, 20, 1_998).put(2_500, (byte) 0);
        fragments(datagram, false, 0);
        assertThat(judged()).containsOnly(Optional.empty());
        fragments(datagram.put(1_997, (byte) 0), false, 0);
        assertThat(judged()).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
    }

    @Test
    void aLengthOfLessThanItsHeaderIsAllOfTheirs() {
        fragments(datagram(false).putShort(4, (short) 7), false, 0);
        assertThat(judged()).hasSize(3).containsOnly(Optional.of(Verdict.BAD_LENGTH));
    }

    /** Over IPv6 a length of 0 is that of all they carry (RFC 2675 §4). */
    @Test
    void aLengthOfZeroIsTheWholeOverSixOnly() {
        fragments(datagram(true).putShort(4, (short) 0), true, 0);
        assertThat(judged()).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
        ByteBuffer summed = datagram(true).putShort(4, (short) 0);
        summed.putShort(6, (short) sumWithout(summed.getShort(6) & 0xffff, 3_000));
        fragments(summed, true, 0);
        assertThat(judged()).containsOnly(Optional.empty());
    }

    @Test
    void withoutAChecksumOverFourNothingIsWrong() {
        fragments(datagram(false).putShort(6, (short) 0), false, 0);
        assertThat(judged()).containsOnly(Optional.empty());
        fragments(datagram(true).putShort(6, (short) 0), true, 0);
        assertThat(judged()).containsOnly(Optional.of(Verdict.BAD_PAYLOAD));
    }

    /** 65,535 bytes are the most, over IPv4 with the header, over IPv6 without. */
    @Test
    void moreThanAPacketCanBeIsNothing() {
        for (boolean six : new boolean[] {false, true}) {
            int most = six ? 65_535 : 65_515;
            fragments(ByteBuffer.allocate(most).putShort(4, (short) 65_515), six, 0);
            assertThat(judged()).doesNotContain(Optional.of(Verdict.BAD_LENGTH));
            fragments(ByteBuffer.allocate(most + 1).putShort(4, (short) 65_515), six, 0);
            assertThat(judged()).containsOnly(Optional.of(Verdict.BAD_LENGTH));
        }
    }

    @Test
    void whatWasNotKeptIsNotWrong() {
        ByteBuffer datagram = datagram(false);
        datagram.put(9, (byte) 0);
        fragments(datagram, false, 100);
        assertThat(judged()).containsOnly(Optional.empty());
    }

    @Test
    void aFragmentWithAWrongHeaderNeverComesToBePutTogether() {
        fragments(datagram(false), false, 0);
        ByteBuffer broken = packets.get(1).bytes();
        ByteBuffer copy = ByteBuffer.allocate(broken.remaining()).put(0, broken, 0, broken.remaining());
        packets.set(1, Packet.whole(1, copy.put(8, (byte) 1), 0));
        assertThat(judged()).containsExactly(Optional.empty(), Optional.of(Verdict.BAD_HEADER), Optional.empty());
    }

    /** 3,000 bytes from the UDP header on. */
    private static ByteBuffer datagram(boolean six) {
        return carried(from(six).payload(2_992).udp(), six);
    }

    private static Crafted from(boolean six) {
        return Crafted.from(six ? "fd00::1" : "10.77.0.1", 4_000, six ? "fd00::2" : "10.77.0.2", 9);
    }

    private static ByteBuffer carried(ByteBuffer packet, boolean six) {
        return ByteBuffer.allocate(3_000).put(0, packet, six ? 40 : 20, 3_000);
    }

    /** The checksum over the same with 0 where a word was. */
    private static int sumWithout(int sum, int word) {
        int more = sum + word;
        return (more & 0xffff) + (more >> 16);
    }

    /** Replaces what there was. */
    private void fragments(ByteBuffer datagram, boolean six, int cut) {
        packets.clear();
        for (int from = 0; from < datagram.limit(); from += CARRIED) {
            int length = Math.min(CARRIED, datagram.limit() - from);
            boolean more = from + length < datagram.limit();
            ByteBuffer bytes = six ? six(from, length, more) : four(from, length, more);
            bytes.put(bytes.limit() - length, datagram, from, length);
            packets.add(new Packet(
                    from, bytes.duplicate().limit(bytes.limit() - (length > cut ? cut : 0)), bytes.limit(), 0, ""));
        }
    }

    private ByteBuffer four(int from, int length, boolean more) {
        ByteBuffer bytes = ByteBuffer.allocate(20 + length);
        bytes.putShort((short) 0x4500).putShort((short) (20 + length)).putShort((short) 7);
        bytes.putShort((short) ((more ? 0x2000 : 0) | from / 8)).putShort((short) (0x4000 | carries));
        bytes.putShort(10, (short) 0).putInt(12, 0x0a4d_0001).putInt(16, 0x0a4d_0002);
        return bytes.putShort(10, (short) Checksum.of(bytes, 0, 20)).rewind();
    }

    private ByteBuffer six(int from, int length, boolean more) {
        ByteBuffer whole = Crafted.from("fd00::1", 1, "fd00::2", 1).udp();
        ByteBuffer bytes = ByteBuffer.allocate(48 + length).put(0, whole, 0, 40);
        bytes.putShort(4, (short) (8 + length)).put(6, (byte) 44).put(40, (byte) carries);
        return bytes.putShort(42, (short) (from | (more ? 1 : 0))).putInt(44, 7);
    }

    private List<Optional<Verdict>> judged() {
        List<VantagePoint> points = List.of(
                new VantagePoint("a", ""),
                new VantagePoint("b", ""),
                new VantagePoint(1, "a", ""),
                new VantagePoint("a", ""));
        Capture capture = new Capture(points, packets, new Capture.Skipped(0, ""), Optional.empty());
        ThrownAway judged = ThrownAway.of(capture);
        return packets.stream().map(judged::why).toList();
    }
}
