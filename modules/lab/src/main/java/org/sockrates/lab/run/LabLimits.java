package org.sockrates.lab.run;

import java.time.Duration;

/**
 * How long labs may take. What is longer than a hundred years is a hundred years, so that it may be added to any clock's time.
 *
 * @param step the longest one command may run
 * @param lab the longest a whole lab may run, unless its front matter says otherwise
 * @param pause between two tries of an {@code eventually}
 */
public record LabLimits(Duration step, Duration lab, Duration pause) {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Ten seconds a command, a minute a lab, twenty tries a second. */
    public static final LabLimits USUAL =
            new LabLimits(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMillis(50));

    public LabLimits {
        if (!isPositive(step) || !isPositive(lab) || !isPositive(pause)) {
            throw new IllegalArgumentException("limits: " + step + " " + lab + " " + pause + " (expected: above 0)");
        }
        step = capped(step);
        lab = capped(lab);
        pause = capped(pause);
    }

    private static Duration capped(Duration time) {
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    private static boolean isPositive(Duration time) {
        return !time.isZero() && !time.isNegative();
    }
}
