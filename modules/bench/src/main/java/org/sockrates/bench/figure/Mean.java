package org.sockrates.bench.figure;

import java.util.List;

/**
 * The mean of values that chance spreads.
 *
 * @param error its standard error; 0 where there is one value only, of which nothing can be told
 */
public record Mean(double value, double error) {
    /**
     * Of so many values.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public static Mean of(List<Double> values) {
        int n = values.size();
        double mean = values.stream()
                .mapToDouble(each -> each)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no value"));
        double squares = values.stream()
                .mapToDouble(each -> (each - mean) * (each - mean))
                .sum();
        return new Mean(mean, n == 1 ? 0 : Math.sqrt(squares / (n - 1) / n));
    }
}
