package org.sockrates.sim.formula;

import java.util.List;

/**
 * A mean and how sure it is.
 *
 * @param n values it is of, each from a seed of its own
 * @param mean of them
 * @param halfWidth of the interval around it in which the true mean lies with 95 %, by Student's t; infinite for one value
 */
public record Estimate(int n, double mean, double halfWidth) {
    /** Student's t for 95 %, two-sided, by degrees of freedom from 1 on (any table of it). */
    private static final double[] T_95 = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL_95 = 1.96;
    private static final double BEYOND = 2.4;
    /** Times are whole nanoseconds. */
    private static final double ROUNDING = 1e-6;

    /** Of at least one value. */
    static Estimate of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double error = n == 1 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (n - 1) / n);
        return new Estimate(n, mean, n == 1 ? error : t(n - 1) * error);
    }

    private static double t(int freedom) {
        return freedom <= T_95.length ? T_95[freedom - 1] : NORMAL_95 + BEYOND / freedom;
    }

    /** Whether the interval has this value in it. */
    boolean covers(double value) {
        return Math.abs(value - mean) <= halfWidth + ROUNDING * Math.abs(value);
    }

    /** Whether the whole interval is below this value. */
    boolean isBelow(double value) {
        return mean + halfWidth < value - ROUNDING * Math.abs(value);
    }
}
