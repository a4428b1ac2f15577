package org.sockrates.bench.row;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.sockrates.bench.process.Ours;

/**
 * How much is measured.
 *
 * @param root of the project
 * @param rounds how many pairs
 * @param warm before each measurement, so that it is compiled code that is measured
 * @param window each measurement
 */
public record Plan(Path root, int rounds, Duration warm, Duration window) {
    private static final int FULL_ROUNDS = 5;

    /** Five pairs, the least that may be quoted. */
    public static Plan full(Path root) {
        return new Plan(root, FULL_ROUNDS, Duration.ofMillis(900), Duration.ofMillis(1_000));
    }

    /** A glance: too few pairs to quote. */
    public static Plan quick(Path root) {
        return new Plan(root, 1, Duration.ofMillis(500), Duration.ofMillis(500));
    }

    /** The window in whole seconds, for peers that know no others. */
    int windowSeconds() {
        return (int) Math.max(1, window.toSeconds());
    }

    /** What every end of ours is told: these words, and how long to measure. */
    Ours told(Map<String, String> words) {
        return Ours.with(words).and("warm", warm.toMillis()).and("window", window.toMillis());
    }

    /** The same, warm for three times as long: where a compiler shares the processors with what is measured. */
    Ours toldToWarmLonger(Map<String, String> words) {
        return told(words).and("warm", 3 * warm.toMillis());
    }

    /** As many of something as five full rounds take, or for a glance a third of it. */
    int count(int full) {
        return rounds >= FULL_ROUNDS ? full : full / 3;
    }

    /** A file of ours that a peer runs. */
    String peer(String name) {
        return root.resolve("modules/bench/src/peers").resolve(name).toString();
    }
}
