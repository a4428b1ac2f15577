package org.sockrates.lab.run;

import java.time.Duration;

/**
 * How long labs may take.
 *
 * @param step the longest one command may run
 * @param lab the longest a whole lab may run, unless its front matter says otherwise
 * @param pause between two tries of an {@code eventually}
 */
public record LabLimits(Duration step, Duration lab, Duration pause) {
    /** Ten seconds a command, a minute a lab, twenty tries a second. */
    public static final LabLimits USUAL =
            new LabLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMillis(50));

    public LabLimits {
        if (!isPositive(step) || !isPositive(lab) || !isPositive(pause)) {
            throw new IllegalArgumentException("limits: " + step + " " + lab + " " + pause + " (expected: above 0)");
        }
    }

    private static boolean isPositive(Duration time) {
        return !time.isZero() && !time.isNegative();
    }
}
