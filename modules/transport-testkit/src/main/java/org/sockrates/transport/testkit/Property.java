package org.sockrates.transport.testkit;

import java.util.List;
import org.sockrates.transport.SplitMix64;

/**
 * Random tests that can be replayed: a body is run with many seeds and draws everything it needs from the generator it is
 * handed. A failure says which seed it was and how to run just that one: {@code -Dproperty.seed=42}.
 */
public final class Property {
    /** What holds for every seed. */
    @FunctionalInterface
    public interface Body {
        void holds(Draw draw) throws Exception;
    }

    private static final String SEED = "property.seed";

    private Property() {}

    /** Runs the body with seeds 1 to {@code seeds}, or with the one of {@code -Dproperty.seed=} only. */
    public static void forAll(int seeds, Body body) {
        Long only = Long.getLong(SEED);
        if (only != null) {
            run(only, body);
            return;
        }
        for (long seed = 1; seed <= seeds; seed++) {
            run(seed, body);
        }
    }

    private static void run(long seed, Body body) {
        try {
            body.holds(new Draw(seed));
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(
                    "seed " + seed + ": " + failure.getMessage() + System.lineSeparator() + "replay with -D" + SEED
                            + "=" + seed,
                    failure);
        }
    }

    /** What a body draws. The order of the draws is the body's own, so a seed means the same in any JVM. */
    public static final class Draw {
        private final long seed;
        private final SplitMix64 random;

        Draw(long seed) {
            this.seed = seed;
            this.random = new SplitMix64(seed);
        }

        /** The seed, for whatever under test wants one of its own. */
        public long seed() {
            return seed;
        }

        public boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        /** From {@code least} to {@code most}, both included. */
        public int between(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }

        public <T> T oneOf(List<T> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        public byte[] bytes(int size) {
            byte[] bytes = new byte[size];
            for (int i = 0; i < size; i++) {
                bytes[i] = (byte) random.nextLong();
            }
            return bytes;
        }

        /** Any UTF-16 units, lone surrogates too; half of them from the first 256, where most mischief lives. */
        public String text(int mostUnits) {
            StringBuilder text = new StringBuilder();
            int units = between(0, mostUnits);
            for (int i = 0; i < units; i++) {
                text.append((char) random.nextInt(chance(0.5) ? 0x100 : 0x10000));
            }
            return text.toString();
        }
    }
}
