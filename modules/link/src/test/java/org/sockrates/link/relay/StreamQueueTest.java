package org.sockrates.link.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.sockrates.link.fault.Piece;

class StreamQueueTest {
    private final StreamBuffers buffers = new StreamBuffers();
    private final StreamQueue queue = new StreamQueue(buffers);

    private int slicesUntilFull() {
        int slices = 0;
        while (!buffers.full()) {
            queue.add(Piece.data(0, ByteBuffer.wrap(new byte[] {'x'})), false);
            slices++;
        }
        return slices;
    }

    @Test
    void manySlicesOfAByteTakeMoreThanTheirBytes() {
        int slices = slicesUntilFull();
        assertThat(slices).isLessThan(500_000);
        assertThat(queue.bytes()).isGreaterThan(100L * slices);
    }

    @Test
    void whatLeavesMakesRoomForAsMuch() {
        int slices = slicesUntilFull();
        for (int i = 0; i < slices; i++) {
            queue.written(1);
            queue.remove();
        }
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.bytes()).isZero();
        assertThat(slicesUntilFull()).isEqualTo(slices);
    }

    @Test
    void whatIsForgottenMakesRoomForAsMuch() {
        int slices = slicesUntilFull();
        queue.clear();
        assertThat(queue.bytes()).isZero();
        assertThat(slicesUntilFull()).isEqualTo(slices);
    }
}
