package org.sockrates.compare;

import java.util.List;

/** Several runs' readings of one measure as one: the median, the least and the most. */
final class Spread {
    private Spread() {}

    /** Runs without a value are left out, unless none has one. */
    static Reading over(List<Reading> runs) {
        List<Reading.Measured> measured = runs.stream()
                .filter(Reading.Measured.class::isInstance)
                .map(Reading.Measured.class::cast)
                .toList();
        if (measured.isEmpty()) {
            return runs.stream()
                    .filter(Reading.Computed.class::isInstance)
                    .findFirst()
                    .orElseGet(() -> runs.isEmpty() ? new Reading.Absent("interrupted") : runs.get(0));
        }
        long n = measured.stream().mapToLong(Reading.Measured::n).min().orElse(0);
        double[] sorted =
                measured.stream().mapToDouble(Reading.Measured::median).sorted().toArray();
        return new Reading.Measured(n, median(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
