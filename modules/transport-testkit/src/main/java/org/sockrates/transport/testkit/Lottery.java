package org.sockrates.transport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks of figures that come from random numbers, with the limit stated. */
public final class Lottery {
    private Lottery() {}

    /** A count of independent hits is within four standard deviations of what its probability says. */
    public static void assertRate(long hits, long of, double probability) {
        double sigma = Math.sqrt(of * probability * (1 - probability));
        assertThat((double) hits)
                .as("%d of %d at probability %s", hits, of, probability)
                .isBetween(of * probability - 4 * sigma, of * probability + 4 * sigma);
    }

    /** A mean of independent figures is within four standard errors of what their distribution says. */
    public static void assertMean(double mean, long of, double expected, double sigma) {
        assertThat(mean)
                .as("mean of %d", of)
                .isBetween(
                        expected - 4 * sigma / Math.sqrt((double) of), expected + 4 * sigma / Math.sqrt((double) of));
    }
}
