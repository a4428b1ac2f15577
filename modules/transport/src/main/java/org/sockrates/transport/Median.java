package org.sockrates.transport;

import java.util.stream.DoubleStream;

/** The value in the middle; of an even number of values, the mean of the two in the middle. */
public final class Median {
    private Median() {}

    /**
     * The median.
     *
     * @param values at least one, in any order
     */
    public static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
