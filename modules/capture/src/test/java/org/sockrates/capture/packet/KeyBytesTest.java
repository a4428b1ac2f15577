package org.sockrates.capture.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public final class KeyBytesTest {
    private static final int PAIRS = 10;

    /** Each is ten pairs of bytes of two kinds that weigh the same where a hash counts 31 to one: 31 * 64 + 1 = 31 * 63 + 32. */
    public static List<ByteBuffer> ofOneHash() {
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

    public static <T> long hashes(List<T> keys, ToIntFunction<T> hash) {
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

    /** An IPv6 address's own hash is the sum of its four words. */
    @Test
    void norFlowsBetweenAddressesOfOneHash() {
        List<Flow> flows = IntStream.range(0, 1 << PAIRS)
                .mapToObj(
                        i -> Crafted.from(ofOneSum(i, 1), 1, ofOneSum(i, 2), 2).datagram())
                .map(Decoded::flow)
                .toList();

        assertThat(hashes(
                        flows,
                        flow -> flow.source().hashCode() + flow.destination().hashCode()))
                .isOne();
        assertThat(hashes(flows, Flow::hashCode)).isGreaterThan(1_000);
        assertThat(flows).allMatch(flow -> flow.reversed().upward().equals(flow.upward()));
    }

    /** Addresses of one hash, another one for each number below 4,096. */
    public static String ofOneSum(int number, int host) {
        int word = number >> 6 << 8 | number & 63;
        return "fd00:0:%x:0:%x:0:0:%x".formatted(word, 0x4040 - word, host);
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
