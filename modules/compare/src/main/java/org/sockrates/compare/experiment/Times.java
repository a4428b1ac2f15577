package org.sockrates.compare.experiment;

import java.util.Arrays;

/**
 * How long something took, each time it was done: all of it is kept, so that whatever is said of it was measured. For as
 * many as an experiment asks, not for millions. Not for two threads.
 */
final class Times {
    /** What a product of two numbers may be too much by: 99.9 % of 1000 are 999. */
    private static final double ROUNDING = 1e-6;

    private long[] nanos = new long[64];
    private int count;
    private boolean sorted;

    void add(long tookNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = tookNanos;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** The least that so many percent did not exceed, one of those that were measured; 0 where nothing was. */
    long percentile(double percent) {
        return count == 0 ? 0 : at((int) Math.ceil(percent * count / 100 - ROUNDING) - 1);
    }

    /** The shortest; 0 where nothing was measured. */
    long least() {
        return percentile(0);
    }

    /** The longest; 0 where nothing was measured. */
    long most() {
        return percentile(100);
    }

    /** How many took so long and less than that. */
    long countBetween(long fromNanos, long belowNanos) {
        return Arrays.stream(nanos, 0, count)
                .filter(took -> took >= fromNanos && took < belowNanos)
                .count();
    }

    private long at(int rank) {
        if (!sorted) {
            Arrays.sort(nanos, 0, count);
            sorted = true;
        }
        return nanos[Math.max(0, Math.min(rank, count - 1))];
    }
}
