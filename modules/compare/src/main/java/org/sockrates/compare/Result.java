package org.sockrates.compare;

import java.util.List;
import java.util.Map;

/**
 * The answer to one question.
 *
 * @param metrics in the order they are shown
 * @param drawings by transport; absent where there is none
 * @param partial whether it was interrupted before its end
 */
public record Result(
        String name,
        String question,
        String finding,
        List<Metric> metrics,
        Map<String, List<String>> drawings,
        boolean partial) {}
