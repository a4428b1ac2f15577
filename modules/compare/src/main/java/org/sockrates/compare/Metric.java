package org.sockrates.compare;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure over all transports and all repetitions: every transport has a value or a reason, never neither.
 *
 * @param n samples of one run
 * @param values by transport: the median over the repetitions, or null
 * @param lows by transport: the least over the repetitions, or null
 * @param highs by transport: the most over the repetitions, or null
 * @param reasons by transport, where the value is null
 */
public record Metric(
        String name,
        String unit,
        long n,
        Map<String, @Nullable Double> values,
        Map<String, @Nullable Double> lows,
        Map<String, @Nullable Double> highs,
        Map<String, String> reasons) {}
