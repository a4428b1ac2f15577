package org.sockrates.transport;

/**
 * The one random generator of the house: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). Written out so that a seed
 * makes the same decisions in any JVM. Not for secrets; not for two threads.
 */
public final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    public SplitMix64(long seed) {
        state = seed;
    }

    /** The next 64 bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1), in steps of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /**
     * Uniform in [0, bound), by the high half of a product; bias below bound / 2^32.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A generator of its own for part {@code index}, so that parts do not disturb each other's draws. */
    public static SplitMix64 part(long seed, int index) {
        return new SplitMix64(new SplitMix64(seed + index * GOLDEN_GAMMA).nextLong());
    }
}
