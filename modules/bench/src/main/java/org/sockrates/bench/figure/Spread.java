package org.sockrates.bench.figure;

import java.util.Collections;
import java.util.List;
import org.sockrates.transport.Median;

/** A handful of values: their median, the least and the greatest. */
public record Spread(double median, double min, double max) {
    /**
     * Sorts out a handful of values.
     *
     * @throws IllegalArgumentException when there is no value
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value");
        }
        double median = Median.of(values.stream().mapToDouble(Double::doubleValue));
        return new Spread(median, Collections.min(values), Collections.max(values));
    }
}
