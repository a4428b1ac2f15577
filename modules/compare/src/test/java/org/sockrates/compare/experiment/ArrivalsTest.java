package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Numbered numbered = new Numbered(Numbered.HEAD_BYTES + 4, 7);
    private final Arrivals arrivals = new Arrivals();

    private void come(int... numbers) {
        for (int number : numbers) {
            arrivals.add(numbered.write(number, 0), 0);
        }
    }

    @Test
    void whatComesAfterAHigherNumberIsOutOfOrder() {
        come(0, 4, 1, 2, 6);

        assertThat(arrivals.outOfOrder()).isEqualTo(2);
        assertThat(arrivals.delivered()).isEqualTo(5);
        assertThat(arrivals.duplicated()).isZero();
    }

    @Test
    void aCopyIsNeitherDeliveredNorOutOfOrderNorHasItATransit() {
        come(0, 1, 0, 0);

        assertThat(arrivals.duplicated()).isEqualTo(2);
        assertThat(arrivals.delivered()).isEqualTo(2);
        assertThat(arrivals.outOfOrder()).isZero();
        assertThat(arrivals.jitter().n()).isEqualTo(1);
    }

    @Test
    void whicheverByteIsWrongTheMessageIsCorruptedAndHasNoNumber() {
        int bytes = Numbered.HEAD_BYTES + 4;
        for (int i = 0; i < bytes; i++) {
            ByteBuffer message = numbered.write(9, 5);
            arrivals.add(message.put(i, (byte) (message.get(i) ^ 1)), 0);
            message.put(i, (byte) (message.get(i) ^ 1));
        }
        arrivals.add(ByteBuffer.allocate(Numbered.HEAD_BYTES - 1), 0);
        arrivals.add(ByteBuffer.allocate(0), 0);

        assertThat(arrivals.corrupted()).isEqualTo(bytes + 2);
        assertThat(arrivals.delivered()).isZero();
    }

    @Test
    void theFillerIsDrawnWithTheSeed() {
        ByteBuffer one = new Numbered(Numbered.HEAD_BYTES + 4, 1).write(0, 0);
        assertThat(new Numbered(Numbered.HEAD_BYTES + 4, 1).write(0, 0)).isEqualTo(one);
        assertThat(new Numbered(Numbered.HEAD_BYTES + 4, 2).write(0, 0)).isNotEqualTo(one);
    }
}
