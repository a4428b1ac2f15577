package org.sockrates.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Several runs' readings of one measure as one: the median, the least and the most. */
final class Spread {
    private Spread() {}

    /**
     * Runs without a value are left out, unless none has one; how many, and why, is told beside the value. Of an even number
     * the median of times and speeds is the mean of the two in the middle. Of counts and shares it is one of the two, for half
     * a message is none: that of the run that is preferred, so that what was lost and what arrived add up, or else the lower.
     *
     * @param preferred which run that is
     */
    static Reading over(Unit unit, List<Reading> runs, int preferred) {
        List<Reading> sorted = runs.stream()
                .filter(run -> run.value().isPresent())
                .sorted(Comparator.comparingDouble(Spread::number))
                .toList();
        if (sorted.isEmpty()) {
            return runs.isEmpty() ? new Reading.Absent("interrupted") : runs.get(0);
        }
        Reading lower = sorted.get((sorted.size() - 1) / 2);
        Reading upper = sorted.get(sorted.size() / 2);
        Reading median =
                unit.clocked() && lower instanceof Reading.Measured one && upper instanceof Reading.Measured other
                        ? mean(one, other)
                        : upper.equals(runs.get(preferred)) ? upper : lower;
        return median.among(number(sorted.get(0)), number(sorted.get(sorted.size() - 1)), gaps(runs, sorted.size()));
    }

    /** It rests on no more samples than the one with fewer. */
    private static Reading mean(Reading.Measured one, Reading.Measured other) {
        return Reading.measured(Math.min(one.n(), other.n()), (one.number() + other.number()) / 2);
    }

    private static double number(Reading reading) {
        return reading.value().orElseThrow();
    }

    private static String gaps(List<Reading> runs, int known) {
        if (known == runs.size()) {
            return "";
        }
        String reasons = runs.stream()
                .filter(Reading.Absent.class::isInstance)
                .map(run -> ((Reading.Absent) run).reason())
                .distinct()
                .collect(Collectors.joining("; "));
        return known + " of " + runs.size() + " runs; otherwise: " + reasons;
    }
}
