package org.sockrates.link.relay;

/**
 * When room became free in a way that had none: when what had it was due, however late the loop came to it; but not while
 * the other socket took nothing, and not longer ago than can be made up for. Not for two threads.
 */
final class Openings {
    private static final long MOST_LATE_NANOS = 1_000_000_000;

    private long earliestNanos;
    private boolean stuck;

    Openings(long nowNanos) {
        earliestNanos = nowNanos;
    }

    /** Writing begins, and had ended with {@link #stuck} or not. */
    void begin(long nowNanos) {
        earliestNanos = stuck ? nowNanos : later(earliestNanos, nowNanos - MOST_LATE_NANOS);
    }

    /** Writing ends: whether the other socket takes no more, or may be given no more. */
    void stuck(boolean now) {
        stuck = now;
    }

    /** Since when there is room that something had which was due at a time, and has been written. */
    long since(long dueNanos) {
        return later(dueNanos, earliestNanos);
    }

    /** Of two times the later one. */
    static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
