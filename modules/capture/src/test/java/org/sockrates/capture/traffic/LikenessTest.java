package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockrates.capture.traffic.TwoEnds.CLIENT;
import static org.sockrates.capture.traffic.TwoEnds.SERVER;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockrates.capture.packet.Checksum;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.KeyBytesTest;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;

/** What may differ where a packet arrives, and what not. */
final class LikenessTest {
    private static final int FOUR = 20;
    private static final int SIX = 40;

    private static Stream<ByteBuffer> packets() {
        Crafted four = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2).payload(9).flags("P.");
        Crafted six = Crafted.from("fd00:77::1", 1, "fd00:77::2", 2).payload(9).flags("P.");
        return Stream.of(four.udp(), four.tcp(), six.udp(), six.tcp());
    }

    @ParameterizedTest
    @MethodSource("packets")
    void aRouterCountsItDownAndMarksIt(ByteBuffer sent) {
        boolean six = isSix(sent);
        ByteBuffer arrived = changed(sent, bytes -> {
            int hops = six ? 7 : 8;
            bytes.put(hops, (byte) (bytes.get(hops) - 1));
            if (six) {
                bytes.put(1, (byte) 0x30); // RFC 3168 §5: CE, in the traffic class
            } else {
                bytes.put(1, (byte) 3);
            }
            Checksum.fill(new PacketView(), bytes, 0, bytes.limit());
        });

        assertThat(arrivals(sent, arrived, "")).containsExactly(List.of(20L));
    }

    /** The sum of the pseudo header stands there where a card is to fill it in. */
    @ParameterizedTest
    @MethodSource("packets")
    void aCardFillsInItsChecksum(ByteBuffer arrived) {
        boolean six = isSix(arrived);
        ByteBuffer sent = changed(arrived, bytes -> {
            int at = (six ? SIX : FOUR) + (bytes.get(six ? 6 : 9) == 6 ? 16 : 6);
            int carried = bytes.limit() - (six ? SIX : FOUR);
            int addresses = six ? 8 : 12;
            int sum = bytes.get(six ? 6 : 9) + carried;
            for (int i = addresses; i < addresses + (six ? 32 : 8); i += 2) {
                sum += bytes.getShort(i) & 0xffff;
            }
            bytes.putShort(at, (short) ((sum & 0xffff) + (sum >> 16)));
        });

        assertThat(sent).isNotEqualTo(arrived);
        assertThat(arrivals(sent, arrived, "")).containsExactly(List.of(20L));
    }

    /** Ethernet carries 46 bytes at least (RFC 894). */
    @ParameterizedTest
    @MethodSource("packets")
    void aFrameIsPadded(ByteBuffer sent) {
        ByteBuffer arrived = ByteBuffer.allocate(sent.limit() + 8).put(0, sent, 0, sent.limit());

        assertThat(arrivals(sent, arrived, "")).containsExactly(List.of(20L));
    }

    /** Each byte that is not to differ does, one after the other: nothing of that is what was sent. */
    @ParameterizedTest
    @MethodSource("packets")
    void anyOtherByteMakesItAnother(ByteBuffer sent) {
        for (int i = 0; i < sent.limit(); i++) {
            int at = i;
            boolean rewritten = isSix(sent) && (i == 0 || i == 7);
            if (!rewritten) {
                ByteBuffer arrived = changed(sent, bytes -> bytes.put(at, (byte) (bytes.get(at) ^ 1)));
                assertThat(arrivals(sent, arrived, "").get(0)).as("byte " + i).isEmpty();
            }
        }
    }

    /** 0 stands there for what may differ; here it is what is wrong. */
    @Test
    void aChecksumThatBecameZeroIsAWrongOne() {
        ByteBuffer sent = packets().toList().get(1);
        ByteBuffer arrived = changed(sent, bytes -> bytes.putShort(FOUR + 16, (short) 0));

        assertThat(arrivals(sent, arrived, "")).containsExactly(List.of());
    }

    /** Its datagram's is no card's: the kernel cuts what is whole. */
    @Test
    void theChecksumOfAFirstFragmentIsAsItWasSent() {
        ByteBuffer sent = firstFragment();
        ByteBuffer arrived = changed(sent, bytes -> bytes.putShort(FOUR + 6, (short) 1));

        assertThat(arrivals(sent, sent, "")).containsExactly(List.of(20L));
        assertThat(arrivals(sent, arrived, "")).containsExactly(List.of());
    }

    /** It never comes to be put together with the others. */
    @Test
    void aFragmentWithAWrongHeaderHasNotArrived() {
        ByteBuffer arrived = changed(firstFragment(), bytes -> bytes.put(10, (byte) (bytes.get(10) ^ 1)));

        assertThat(arrivals(firstFragment(), arrived, "")).containsExactly(List.of());
    }

    /** IPv6 has no checksum of its own: only the link knows that it did it. */
    @Test
    void whatALinkFlippedIsAsNobodySentIt() {
        ByteBuffer sent = packets().toList().get(2);
        ByteBuffer arrived = changed(sent, bytes -> bytes.put(7, (byte) 65));

        assertThat(arrivals(sent, arrived, "corrupted: corrupt next")).containsExactly(List.of());
    }

    /** Of which somebody may have made as many as a file holds. */
    @Test
    void nobodyCanMakePacketsWhoseLikenessesHaveOneHash() {
        List<Packet> packets = KeyBytesTest.ofOneHash().stream()
                .map(payload -> {
                    ByteBuffer packet = TwoEnds.udp(1, 2, payload.capacity());
                    packet.put(packet.limit() - payload.capacity(), payload, 0, payload.capacity());
                    return Packet.whole(0, packet, 0);
                })
                .toList();

        assertThat(KeyBytesTest.hashes(
                        packets, each -> Likeness.of(each, Optional.empty()).hashCode()))
                .isGreaterThan(1_000);
    }

    private static ByteBuffer firstFragment() {
        return changed(packets().toList().get(0), bytes -> {
            bytes.putShort(6, (short) 0x2000);
            Checksum.fill(new PacketView(), bytes, 0, bytes.limit());
        });
    }

    private static List<List<Long>> arrivals(ByteBuffer sent, ByteBuffer arrived, String comment) {
        return new TwoEnds()
                .seen(CLIENT, 10, sent, comment)
                .seen(SERVER, 20, arrived, comment)
                .arrivals();
    }

    private static boolean isSix(ByteBuffer packet) {
        return packet.get(0) >> 4 == 6;
    }

    private static ByteBuffer changed(ByteBuffer packet, Consumer<ByteBuffer> change) {
        ByteBuffer copy = ByteBuffer.allocate(packet.limit()).put(0, packet, 0, packet.limit());
        change.accept(copy);
        return copy;
    }
}
