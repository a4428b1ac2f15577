package org.sockrates.sim.check.schedule;

import org.sockrates.transport.SplitMix64;

/**
 * How bad a line is, until it is good again. Chances are from 0 to 1.
 *
 * @param longestNanos a delay, and a copy, come later by less
 * @param endNanos from then on nothing happens to a packet
 */
public record Storm(
        double drop, double duplicate, double delay, double damage, double forge, long longestNanos, long endNanos) {
    private static final double[] CHANCES = {0, 0, 0.03, 0.1, 0.2, 0.4};
    private static final long[] DELAYS = {5, 25, 100, 400, 2_000};

    /** One that a seed decides; often some kinds of harm are left out, so that others show. */
    public static Storm drawn(long seed) {
        SplitMix64 lots = SplitMix64.part(seed, 1);
        return new Storm(
                chance(lots),
                chance(lots),
                chance(lots),
                chance(lots) / 2,
                chance(lots) / 2,
                DELAYS[lots.nextInt(DELAYS.length)] * Plan.MILLI,
                (100 + lots.nextInt(4_000)) * Plan.MILLI);
    }

    private static double chance(SplitMix64 lots) {
        return CHANCES[lots.nextInt(CHANCES.length)];
    }

    /** One that loses and does nothing else, and never ends. */
    public static Storm losing(double drop) {
        return new Storm(drop, 0, 0, 0, 0, 0, Long.MAX_VALUE);
    }
}
