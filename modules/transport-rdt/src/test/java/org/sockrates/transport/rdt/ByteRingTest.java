package org.sockrates.transport.rdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.sockrates.transport.SplitMix64;

final class ByteRingTest {
    private static final int CAPACITY = 100_000;

    @Test
    void whatGoesInComesOutInOrderThoughItGrowsAndTurns() {
        SplitMix64 random = new SplitMix64(5);
        ByteRing ring = new ByteRing(CAPACITY);
        long in = 0;
        long out = 0;
        for (int turn = 0; turn < 5_000; turn++) {
            ByteBuffer put = ByteBuffer.allocate(random.nextInt(turn < 2_500 ? 3_000 : 300));
            while (put.hasRemaining()) {
                put.put((byte) ((in + put.position()) % 251));
            }
            int taken = ring.put(put.flip());
            assertThat(put.position()).isEqualTo(taken);
            in += taken;
            ByteBuffer took = ByteBuffer.allocate(random.nextInt(1_500));
            int given = ring.take(took);
            for (int i = 0; i < given; i++) {
                assertThat(took.get(i)).isEqualTo((byte) ((out + i) % 251));
            }
            out += given;
            assertThat(ring.availableBytes()).isEqualTo((int) (in - out));
            assertThat(ring.freeBytes()).isEqualTo(CAPACITY - (int) (in - out));
        }
        assertThat(out).isGreaterThan(2L * CAPACITY);
    }

    @Test
    void whatDoesNotFitStays() {
        ByteRing ring = new ByteRing(10);

        assertThat(ring.put(ByteBuffer.allocate(15))).isEqualTo(10);
        assertThat(ring.put(ByteBuffer.allocate(1))).isZero();
        assertThat(ring.take(ByteBuffer.allocate(3))).isEqualTo(3);
        assertThat(ring.put(ByteBuffer.allocate(5))).isEqualTo(3);
    }
}
