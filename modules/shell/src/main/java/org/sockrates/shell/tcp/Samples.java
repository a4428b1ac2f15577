package org.sockrates.shell.tcp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Samples, at most so many: when there is no room left, every second one is forgotten, and from then on they are taken half
 * as often. So the whole of a long watch is kept, only coarser. Any thread may ask.
 */
final class Samples {
    private final int most;
    private final List<Sample> kept = new ArrayList<>();
    private long everyNanos;

    /**
     * None yet.
     *
     * @param most at least 2
     * @param every how long from one to the next, at first
     */
    Samples(int most, Duration every) {
        this.most = most;
        this.everyNanos = every.toNanos();
    }

    synchronized void add(Sample sample) {
        if (kept.size() == most) {
            List<Sample> thinned = new ArrayList<>();
            for (int i = 0; i < most; i += 2) {
                thinned.add(kept.get(i));
            }
            kept.clear();
            kept.addAll(thinned);
            everyNanos *= 2;
        }
        kept.add(sample);
    }

    /** How long to wait before the next one. */
    synchronized long everyNanos() {
        return everyNanos;
    }

    /** Those that are kept, in order. */
    synchronized List<Sample> all() {
        return List.copyOf(kept);
    }
}
