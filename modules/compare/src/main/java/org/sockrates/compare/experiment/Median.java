package org.sockrates.compare.experiment;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle; of an even number, the lower of the two in the middle, so that it was really seen. */
final class Median {
    private Median() {}

    /** @param things at least one */
    static <T> double of(List<T> things, ToDoubleFunction<T> value) {
        double[] sorted = things.stream().mapToDouble(value).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
