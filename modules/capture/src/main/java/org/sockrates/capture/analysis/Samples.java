package org.sockrates.capture.analysis;

import java.util.Arrays;
import java.util.OptionalLong;
import org.sockrates.transport.Median;

/**
 * Durations, as many as come, in bounded memory: smallest and largest are exact; for the median, when the room is full,
 * every second one is dropped, and of those that follow only every second one is kept.
 */
final class Samples {
    private static final int ROOM = 1_024;

    private long[] kept = new long[16];
    private int size;
    private long stride = 1;
    private long count;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    void add(long nanos) {
        least = Math.min(least, nanos);
        most = Math.max(most, nanos);
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

    OptionalLong least() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(least);
    }

    OptionalLong most() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(most);
    }

    /** Of those kept. */
    OptionalLong median() {
        return size == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Median.of(Arrays.stream(kept, 0, size).asDoubleStream()));
    }
}
