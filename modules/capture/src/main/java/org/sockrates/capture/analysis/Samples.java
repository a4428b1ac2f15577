package org.sockrates.capture.analysis;

import java.util.Arrays;
import java.util.OptionalLong;
import org.sockrates.transport.Median;

/**
 * The median of durations, as many as come, in bounded memory: when the room is full, every second one is dropped, and of those
 * that follow only every second one is kept.
 */
final class Samples {
    private static final int ROOM = 1_024;

    private long[] kept = new long[16];
    private int size;
    private long stride = 1;
    private long count;

    void add(long nanos) {
        if (count++ % stride == 0) {
            if (size == ROOM) {
                thin();
            }
            kept = size < kept.length ? kept : Arrays.copyOf(kept, 2 * size);
            kept[size++] = nanos;
        }
    }

    private void thin() {
        for (int i = 0; i < ROOM / 2; i++) {
            kept[i] = kept[2 * i];
        }
        size = ROOM / 2;
        stride *= 2;
    }

    long count() {
        return count;
    }

    /** Of those kept. */
    OptionalLong median() {
        return size == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Median.of(Arrays.stream(kept, 0, size).asDoubleStream()));
    }
}
