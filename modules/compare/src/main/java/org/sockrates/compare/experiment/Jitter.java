package org.sockrates.compare.experiment;

/** Interarrival jitter as RFC 3550 §6.4.1 estimates it: a running mean of how much the transit time changes. */
final class Jitter {
    private static final double GAIN = 16;

    private double estimateNanos;
    private long lastNanos;
    private long n;

    /** @param transitNanos between sending and arrival of the next message that arrived */
    void add(long transitNanos) {
        if (n > 0) {
            estimateNanos += (Math.abs((double) transitNanos - lastNanos) - estimateNanos) / GAIN;
        }
        lastNanos = transitNanos;
        n++;
    }

    /** How many transit times it rests on; the estimate means something from two on. */
    long n() {
        return n;
    }

    double millis() {
        return estimateNanos / 1_000_000;
    }
}
