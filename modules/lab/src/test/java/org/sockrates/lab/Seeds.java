package org.sockrates.lab;

import java.util.Random;
import java.util.function.Consumer;

/** Random cases that can be had again: a failure names its seed, {@code -Dproperty.seed=} replays it alone. */
public final class Seeds {
    private Seeds() {}

    /** Runs a property for many seeds, or for the one asked for. */
    public static void forEach(int cases, Consumer<Random> property) {
        Long only = Long.getLong("property.seed");
        long first = only == null ? System.nanoTime() : only;
        for (long seed = first; seed < first + (only == null ? cases : 1); seed++) {
            try {
                property.accept(new Random(seed));
            } catch (Throwable failure) {
                throw new AssertionError("replay with -Dproperty.seed=" + seed, failure);
            }
        }
    }

    /** A text of up to a length, mostly of the letters given. */
    public static String text(Random random, String letters, int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
