package org.sockrates.sim.formula;

import org.sockrates.transport.SplitMix64;

/**
 * Selective repeat where packets take no time on the wire. A message may be sent when the one a window before it has left the
 * window, is acknowledged a round trip and so many timeouts later, and leaves when all before it have left:
 *
 * <pre>L(i) = max(L(i-1), L(i-W) + R + K(i) T),   K(i) losses with probability (1-p) p^k</pre>
 *
 * <p>L(n)/n has a limit, but no closed form is known for it from W = 3 on; so it is followed.
 *
 * @param window W
 * @param loss p
 * @param roundTripNanos R
 * @param timeoutNanos T
 * @param messages it is followed over
 */
record WindowRecursion(int window, double loss, long roundTripNanos, long timeoutNanos, long messages) {
    private static final long SEED = 1;

    double messageNanos() {
        SplitMix64 random = new SplitMix64(SEED);
        long[] left = new long[window];
        long last = 0;
        long from = 0;
        for (long i = 0; i < 2L * window + messages; i++) {
            if (i == 2L * window) {
                from = last;
            }
            int place = (int) (i % window);
            long acknowledged = left[place] + roundTripNanos;
            while (random.nextDouble() < loss) {
                acknowledged += timeoutNanos;
            }
            last = Math.max(last, acknowledged);
            left[place] = last;
        }
        return (double) (last - from) / messages;
    }
}
