package org.sockrates.compare;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Several runs' readings of one measure as one: that of the run shown, the least and the most. */
final class Spread {
    private Spread() {}

    /**
     * Runs without a value are left out, unless none has one; how many, and why, is told beside the value. Where the run
     * shown is among them, the value is the median of those that have one, of an even number the lower.
     *
     * @param shown which run it is
     */
    static Reading over(List<Reading> runs, int shown) {
        List<Reading> sorted = runs.stream()
                .filter(run -> run.value().isPresent())
                .sorted(Comparator.comparingDouble(Spread::number))
                .toList();
        if (sorted.isEmpty()) {
            return runs.isEmpty() ? new Reading.Absent("interrupted") : runs.get(0);
        }
        Reading one = runs.get(shown).value().isPresent() ? runs.get(shown) : sorted.get((sorted.size() - 1) / 2);
        return one.among(number(sorted.get(0)), number(sorted.get(sorted.size() - 1)), gaps(runs, sorted.size()));
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
