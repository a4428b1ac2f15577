package org.sockrates.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;

/**
 * The answer to one question.
 *
 * @param method how it was asked: sizes, counts, pacing, warm-up
 * @param finding one sentence, worked out from the metrics, and another where a wire did not see all
 * @param metrics in the order they are shown; the first is what a summary shows
 * @param drawings by transport; absent where there is none
 * @param partial whether it was interrupted before its end
 */
public record Result(
        String name,
        String question,
        String method,
        String finding,
        List<Metric> metrics,
        Map<String, List<String>> drawings,
        boolean partial) {
    public Result {
        metrics = List.copyOf(metrics);
        drawings = Collections.unmodifiableMap(new LinkedHashMap<>(drawings));
    }

    /** The transports asked, in their order. */
    public List<String> transports() {
        return metrics.isEmpty()
                ? List.of()
                : List.copyOf(metrics.get(0).readings().keySet());
    }

    /** What is known of a measure of a transport; both must have been asked. */
    public Reading reading(Measure measure, String transport) {
        for (Metric metric : metrics) {
            Reading reading = metric.readings().get(transport);
            if (metric.measure().equals(measure) && reading != null) {
                return reading;
            }
        }
        throw new NoSuchElementException(measure.name() + " of " + transport);
    }

    /** The value of a measure of a transport, where it has one. */
    public OptionalDouble value(Measure measure, String transport) {
        return reading(measure, transport).value();
    }

    Result concluding(String sentence) {
        return new Result(name, question, method, sentence, metrics, drawings, partial);
    }
}
