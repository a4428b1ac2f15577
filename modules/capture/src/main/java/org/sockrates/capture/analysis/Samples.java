package org.sockrates.capture.analysis;

import java.util.Arrays;
import java.util.OptionalLong;
import org.sockrates.transport.Median;
import org.sockrates.transport.SplitMix64;

/**
 * The median of durations, as many as come, in bounded memory: as long as there is room all are kept, and then so many drawn
 * from them, each with the same chance wherever it stood (Vitter, "Random sampling with a reservoir", TOMS 1985, algorithm R):
 * what comes again and again in a beat is drawn in its true share. The draws have one seed, so a file has one median.
 */
final class Samples {
    static final int ROOM = 4_096;
    private static final long SEED = 1;

    private final SplitMix64 random = new SplitMix64(SEED);
    private long[] kept = new long[16];
    private int size;
    private long count;

    void add(long nanos) {
        count++;
        if (size < ROOM) {
            kept = size < kept.length ? kept : Arrays.copyOf(kept, 2 * size);
            kept[size++] = nanos;
            return;
        }
        long place = (long) (random.nextDouble() * count);
        if (place < ROOM) {
            kept[(int) place] = nanos;
        }
    }

    /** Of all that came. */
    long count() {
        return count;
    }

    /** Of those kept: of more than there is room for, the middle but for a part in a hundred or two of their number. */
    OptionalLong median() {
        return size == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Median.of(Arrays.stream(kept, 0, size).asDoubleStream()));
    }
}
