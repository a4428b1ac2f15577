package org.sockrates.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.sockrates.transport.Median;

/** Several runs' readings of one measure as one: the median, the least and the most. */
final class Spread {
    private Spread() {}

    /** Runs without a value are left out, unless none has one; how many, and why, is told beside what was measured. */
    static Reading over(List<Reading> runs) {
        List<Reading.Measured> measured = all(runs, Reading.Measured.class);
        List<Reading.Computed> computed = all(runs, Reading.Computed.class);
        if (!measured.isEmpty()) {
            long n = measured.stream().mapToLong(Reading.Measured::n).min().orElse(0);
            double[] sorted = sorted(measured);
            return new Reading.Measured(
                    n,
                    Median.of(DoubleStream.of(sorted)),
                    sorted[0],
                    sorted[sorted.length - 1],
                    gaps(runs, measured.size()));
        }
        if (!computed.isEmpty()) {
            return new Reading.Computed(
                    Median.of(DoubleStream.of(sorted(computed))),
                    computed.get(0).formula());
        }
        return runs.isEmpty() ? new Reading.Absent("interrupted") : runs.get(0);
    }

    private static String gaps(List<Reading> runs, int measured) {
        if (measured == runs.size()) {
            return "";
        }
        String reasons = all(runs, Reading.Absent.class).stream()
                .map(Reading.Absent::reason)
                .distinct()
                .collect(Collectors.joining("; "));
        return measured + " of " + runs.size() + " runs" + (reasons.isEmpty() ? "" : "; otherwise: " + reasons);
    }

    private static <T extends Reading> List<T> all(List<Reading> runs, Class<T> kind) {
        return runs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static double[] sorted(List<? extends Reading> runs) {
        return runs.stream()
                .flatMapToDouble(run -> run.value().stream())
                .sorted()
                .toArray();
    }
}
