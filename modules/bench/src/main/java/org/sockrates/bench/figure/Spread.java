package org.sockrates.bench.figure;

import java.util.List;

/** A handful of values: their median, the least and the greatest, and how many there are. */
public record Spread(double median, double min, double max, int n) {
    /**
     * Sorts out a handful of values.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(n - 1), n);
    }
}
