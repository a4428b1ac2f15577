package org.sockrates.compare.experiment;

/**
 * Interarrival jitter as RFC 3550 §6.4.1 estimates it: a running mean of how much the transit time changes. There it begins
 * at 0, which a long stream forgets; here the part of that beginning is taken out, so that few changes tell as much as many.
 */
final class Jitter {
    private static final int GAIN = 16;
    /** As many alike would make a plain mean as steady as this one; what is older hardly counts. */
    private static final long MEMORY = 2 * GAIN - 1;

    private double estimateNanos;
    private long lastNanos;
    private long times;

    /** @param transitNanos between sending and arrival of the next message that arrived */
    void add(long transitNanos) {
        if (times > 0) {
            estimateNanos += (Math.abs((double) transitNanos - lastNanos) - estimateNanos) / GAIN;
        }
        lastNanos = transitNanos;
        times++;
    }

    /** How many changes it rests on, the newest; 0 where nothing can be said. */
    long n() {
        return Math.min(Math.max(0, times - 1), MEMORY);
    }

    double millis() {
        double known = 1 - Math.pow(1 - 1.0 / GAIN, (double) Math.max(1, times - 1));
        return estimateNanos / known / 1_000_000;
    }
}
