package org.sockrates.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Checksum.Verdict;

final class ChecksumTest {
    private final PacketView view = new PacketView();

    /** RFC 1071 §3: the words 0001 f203 f4f5 f6f7 sum to ddf2. */
    @Test
    void sumsTheExampleOfItsStandard() {
        ByteBuffer bytes =
                ByteBuffer.wrap(new byte[] {0, 1, (byte) 0xf2, 3, (byte) 0xf4, (byte) 0xf5, (byte) 0xf6, (byte) 0xf7});
        assertThat(Checksum.of(bytes, 0, 8)).isEqualTo(~0xddf2 & 0xffff);
    }

    /** The header in the English Wikipedia's article on the IPv4 header checksum, whose checksum is b861. */
    @Test
    void agreesWithAHeaderOfTheWorld() {
        ByteBuffer bytes =
                ByteBuffer.allocate(20).putLong(0x4500_0073_0000_4000L).putLong(0x4011_0000_c0a8_0001L);
        bytes.putInt(0xc0a8_00c7);
        assertThat(Checksum.of(bytes, 0, 20)).isEqualTo(0xb861);
    }

    /** RFC 1071 §4.1: an odd byte is the first of its word. */
    @Test
    void anOddByteIsTheFirstOfItsWord() {
        assertThat(Checksum.of(ByteBuffer.allocate(4).putInt(0x0001_f2ff), 0, 3))
                .isEqualTo(~0xf201 & 0xffff);
    }

    /** RFC 792 has no pseudo header, RFC 4443 §2.3 has one. */
    @Test
    void onlyOverIpv6IcmpsChecksumIsOverTheAddressesToo() {
        for (ByteBuffer bytes : packets().subList(4, 6)) {
            view.wrap(bytes, 0, bytes.limit());
            int alone = Checksum.of(bytes, view.payloadOffset(), view.payloadBytes());
            assertThat(alone == 0).isEqualTo(view.version() == 4);
        }
    }

    /** RFC 8200 §8.1: there, no datagram goes without. */
    @Test
    void overIpv6NoChecksumIsAWrongOne() {
        ByteBuffer bytes = packets().get(3).putShort(40 + 6, (short) 0);
        assertThat(verdict(bytes)).isEqualTo(Verdict.BAD_PAYLOAD);
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (ByteBuffer bytes : packets()) {
            assertThat(verdict(bytes)).isEqualTo(Verdict.GOOD);
            view.wrap(bytes, 0, bytes.limit());
            for (int bit = view.payloadOffset() * 8; bit < bytes.limit() * 8; bit++) {
                flip(bytes, bit);
                assertThat(verdict(bytes)).as("bit %d", bit).isNotEqualTo(Verdict.GOOD);
                flip(bytes, bit);
            }
        }
    }

    @Test
    void aWrongHeaderIsToldFromAWrongPayload() {
        ByteBuffer bytes = packets().get(0);
        bytes.put(8, (byte) 63);
        assertThat(verdict(bytes)).isEqualTo(Verdict.BAD_HEADER);

        Checksum.fill(view, bytes, 0, bytes.limit());
        bytes.put(bytes.limit() - 1, (byte) 0);
        assertThat(verdict(bytes)).isEqualTo(Verdict.BAD_PAYLOAD);
    }

    /** RFC 768: 0 means that the sender made none, so a sum of 0 is sent as ffff. */
    @Test
    void aDatagramWithoutAChecksumIsUnknownAndNoneIsFilledInAsZero() {
        ByteBuffer bytes =
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(2).udp();
        int sum = bytes.getShort(26) & 0xffff;
        bytes.putShort(28, (short) ((bytes.getShort(28) & 0xffff) + sum));
        Checksum.fill(view, bytes, 0, bytes.limit());
        assertThat(bytes.getShort(26)).isEqualTo((short) 0xffff);
        assertThat(verdict(bytes)).isEqualTo(Verdict.GOOD);

        bytes.putShort(26, (short) 0);
        assertThat(verdict(bytes)).isEqualTo(Verdict.UNKNOWN);
    }

    /** As a kernel hands a packet to a card that is to fill it in: the pseudo header's sum, folded. */
    @Test
    void oneThatWasLeftToTheCardIsNotWrong() {
        for (ByteBuffer bytes : packets().subList(0, 4)) {
            view.wrap(bytes, 0, bytes.limit());
            int at = view.payloadOffset() + (view.carries() == PacketView.Carries.TCP ? 16 : 6);
            int sum = view.protocol() + view.payloadBytes();
            for (int i = 0; i < 2 * view.addressBytes(); i += 2) {
                sum += bytes.getShort(view.addressesOffset() + i) & 0xffff;
            }
            bytes.putShort(at, (short) ((sum & 0xffff) + (sum >> 16)));
            assertThat(verdict(bytes)).isEqualTo(Verdict.UNKNOWN);
            bytes.putShort(at, (short) (bytes.getShort(at) + 1));
            assertThat(verdict(bytes)).isEqualTo(Verdict.BAD_PAYLOAD);
        }
    }

    /** RFC 768: eight is the least there is; a Linux kernel throws away what has less, or more than there is. */
    @Test
    void aLengthOfUdpThatCannotBeIsBad() {
        for (boolean six : new boolean[] {false, true}) {
            for (int length : new int[] {0, 1, 7, 8, 17, 18, 65_535}) {
                ByteBuffer bytes = datagram(six);
                int udp = bytes.limit() - 17;
                bytes.putShort(udp + 4, (short) length).putShort(udp + 6, (short) 0);
                Checksum.fill(view, bytes, 0, bytes.limit());
                boolean jumbogram = six && length == 0;
                boolean good = jumbogram || length == 8 || length == 17;
                assertThat(verdict(bytes))
                        .as("%d over IPv%d", length, six ? 6 : 4)
                        .isEqualTo(good ? Verdict.GOOD : Verdict.BAD_LENGTH);
                assertThat(verdict(bytes).isBad()).isEqualTo(!good);
            }
        }
    }

    /** What was not kept is not missing: the lengths are those of the link. */
    @Test
    void ofAPacketThatWasCutTheHeaderAndTheLengthsAreVerified() {
        ByteBuffer bytes = datagram(false);
        assertThat(cut(bytes).verdict()).isEqualTo(Verdict.UNKNOWN);
        bytes.putShort(24, (short) 18);
        assertThat(cut(bytes).verdict()).isEqualTo(Verdict.BAD_LENGTH);
        bytes.put(8, (byte) 63);
        assertThat(cut(bytes).verdict()).isEqualTo(Verdict.BAD_HEADER);
        assertThat(cut(bytes).verdict().isBad()).isTrue();
    }

    /** Its length is the whole datagram's. */
    @Test
    void aFirstFragmentHasNoBadLength() {
        ByteBuffer bytes = datagram(false);
        bytes.putShort(6, (short) 0x2000).putShort(24, (short) 3_000);
        Checksum.fill(view, bytes, 0, bytes.limit());
        assertThat(verdict(bytes)).isEqualTo(Verdict.UNKNOWN);
    }

    /** What a later one begins with is no header. */
    @Test
    void ofALaterFragmentOnlyTheHeaderIsVerified() {
        ByteBuffer bytes = datagram(false);
        bytes.putShort(6, (short) 100).putShort(24, (short) 3);
        Checksum.fill(view, bytes, 0, bytes.limit());
        assertThat(verdict(bytes)).isEqualTo(Verdict.UNKNOWN);
    }

    /** As some systems hand a packet to a card that is to fill in the header's, too, and what is carried by its own rules. */
    @Test
    void aHeaderWithoutAChecksumIsNotWrong() {
        ByteBuffer bytes = datagram(false);
        bytes.putShort(10, (short) 0).putShort(26, (short) 1);
        assertThat(verdict(bytes)).isEqualTo(Verdict.UNKNOWN);
        bytes.putShort(10, (short) 1);
        assertThat(verdict(bytes)).isEqualTo(Verdict.BAD_HEADER);
    }

    private static ByteBuffer datagram(boolean six) {
        return packets().get(six ? 3 : 2).limit(six ? 57 : 37);
    }

    private static Verdict verdict(ByteBuffer whole) {
        return Packet.whole(0, whole, 0).verdict();
    }

    private static Packet cut(ByteBuffer bytes) {
        return new Packet(0, bytes.duplicate().limit(bytes.limit() - 3), bytes.limit(), 0, "");
    }

    private static void flip(ByteBuffer bytes, int bit) {
        bytes.put(bit / 8, (byte) (bytes.get(bit / 8) ^ 1 << bit % 8));
    }

    private static List<ByteBuffer> packets() {
        return List.of(
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                        .flags("P.")
                        .payload(7)
                        .tcp(),
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2)
                        .flags("P.")
                        .payload(8)
                        .tcp(),
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(9).udp(),
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).payload(10).udp(),
                Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).icmp(8, 0, new byte[11]),
                Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).icmp(128, 0, new byte[12]));
    }
}
