package org.sockrates.capture.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockrates.capture.packet.Crafted;
import org.sockrates.capture.packet.Packet;

final class KeyBytesTest {
    private static final int PAIRS = 10;

    /** Each is ten pairs of bytes of two kinds that weigh the same where a hash counts 31 to one: 31 * 64 + 1 = 31 * 63 + 32. */
    private static List<ByteBuffer> ofOneHash() {
        return IntStream.range(0, 1 << PAIRS)
                .mapToObj(i -> {
                    ByteBuffer bytes = ByteBuffer.allocate(2 * PAIRS);
                    for (int pair = 0; pair < PAIRS; pair++) {
                        bytes.putShort((short) ((i >> pair & 1) == 0 ? 0x0140 : 0x203f));
                    }
                    return bytes.clear();
                })
                .toList();
    }

    private static <T> long hashes(List<T> keys, ToIntFunction<T> hash) {
        return keys.stream().mapToInt(hash).distinct().count();
    }

    @Test
    void nobodyCanMakeKeysOfOneHash() {
        List<ByteBuffer> bytes = ofOneHash();

        assertThat(hashes(bytes, ByteBuffer::hashCode)).isOne();
        assertThat(hashes(bytes, each -> new KeyBytes(each).hashCode())).isGreaterThan(1_000);
        assertThat(List.of("Aa", "BB")).extracting(String::hashCode).containsOnly(2112);
        assertThat(KeyBytes.of("Aa")).doesNotHaveSameHashCodeAs(KeyBytes.of("BB"));
    }

    /** Packets are brought together by it, of which somebody may have made as many as a file holds. */
    @Test
    void norPacketsWhoseLikenessesHaveOneHash() {
        List<Packet> packets = ofOneHash().stream()
                .map(payload -> {
                    ByteBuffer packet = Crafted.from("10.77.0.1", 1, "10.77.0.2", 2)
                            .payload(payload.capacity())
                            .udp();
                    packet.put(packet.limit() - payload.capacity(), payload, 0, payload.capacity());
                    return Packet.whole(0, packet, 0);
                })
                .toList();

        assertThat(hashes(packets, each -> Likeness.of(each, Optional.empty()).hashCode()))
                .isGreaterThan(1_000);
    }

    @Test
    void equalBytesAreOneKeyWhereverTheyLie() {
        for (int bytes = 0; bytes < 20; bytes++) {
            ByteBuffer first = ByteBuffer.allocate(bytes);
            ByteBuffer second = ByteBuffer.allocate(bytes + 5).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < bytes; i++) {
                first.put(i, (byte) (0x7d + i));
                second.put(3 + i, (byte) (0x7d + i));
            }
            KeyBytes key = new KeyBytes(second.position(3).limit(3 + bytes));

            assertThat(new KeyBytes(first)).isEqualTo(key).hasSameHashCodeAs(key);
            assertThat(key).isNotEqualTo(new KeyBytes(second.position(2)));
        }
    }
}
