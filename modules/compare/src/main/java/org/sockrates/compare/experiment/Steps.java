package org.sockrates.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Result;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Unit;

/**
 * What each step from one transport to the next buys and costs, worked out from the figures of one comparison: what gets
 * lost, how much comes across, how long the first reply takes. The steps are in the order the transports are shown in.
 */
public final class Steps {
    /** A ratio nearer to one is no difference worth a word. */
    private static final double LEAST_RATIO = 1.1;

    /** Nor is this one of a throughput that was measured once: another run may well turn it round. */
    private static final double LEAST_RATIO_OF_ONE_RUN = 2;

    private final Comparison comparison;

    private Steps(Comparison comparison) {
        this.comparison = comparison;
    }

    /** One sentence; empty where there are no two transports with something to tell of a step between them. */
    public static Optional<String> of(Comparison comparison, List<String> order) {
        List<String> clauses = new ArrayList<>();
        Steps steps = new Steps(comparison);
        for (int i = 1; i < order.size(); i++) {
            String clause = steps.between(order.get(i - 1), order.get(i));
            if (!clause.isEmpty()) {
                clauses.add(order.get(i - 1) + " to " + order.get(i) + ": " + clause);
            }
        }
        return clauses.isEmpty() ? Optional.empty() : Optional.of("step by step: " + String.join("; ", clauses) + ".");
    }

    private String between(String from, String to) {
        StringJoiner clause = new StringJoiner(", ");
        change("delivery", from, to, "loses ").ifPresent(clause::add);
        factor("throughput", from, to).ifPresent(clause::add);
        change("setup", from, to, "first reply after ").ifPresent(clause::add);
        return clause.toString();
    }

    /** {@code loses 0 % instead of 8.33 %}; empty where they hardly differ or one has no firm figure. */
    private Optional<String> change(String experiment, String from, String to, String words) {
        return headline(experiment).flatMap(result -> {
            Measure measure = result.metrics().get(0).measure();
            OptionalDouble before = firm(result, measure, from);
            OptionalDouble after = firm(result, measure, to);
            if (before.isEmpty() || after.isEmpty() || alike(result, measure, from, to, LEAST_RATIO)) {
                return Optional.empty();
            }
            return Optional.of(words + FigureText.grouped(FigureText.of(measure.unit(), after.getAsDouble()))
                    + " instead of " + FigureText.grouped(FigureText.of(measure.unit(), before.getAsDouble())));
        });
    }

    /** {@code 6.14 Mbit/s, 16.5 times as much}; empty where they hardly differ or one has no figure. */
    private Optional<String> factor(String experiment, String from, String to) {
        return headline(experiment).flatMap(result -> {
            Measure measure = result.metrics().get(0).measure();
            OptionalDouble before = value(result, measure, from);
            OptionalDouble after = value(result, measure, to);
            double leastRatio = comparison.repeat() == 1 ? LEAST_RATIO_OF_ONE_RUN : LEAST_RATIO;
            if (before.isEmpty()
                    || after.isEmpty()
                    || before.getAsDouble() <= 0
                    || alike(result, measure, from, to, leastRatio)) {
                return Optional.empty();
            }
            String now = FigureText.grouped(FigureText.of(measure.unit(), after.getAsDouble()));
            double times = after.getAsDouble() / before.getAsDouble();
            return Optional.of(
                    times < 1
                            ? now + " instead of "
                                    + FigureText.grouped(FigureText.of(measure.unit(), before.getAsDouble()))
                            : now + ", " + FigureText.number(Unit.TIMES, times) + " times as much");
        });
    }

    /** Whether two hardly differ, or the runs do not tell. */
    private static boolean alike(Result result, Measure measure, String from, String to, double leastRatio) {
        double one = result.value(measure, from).orElseThrow();
        double other = result.value(measure, to).orElseThrow();
        return result.reading(measure, from).overlaps(result.reading(measure, to))
                || Math.max(one, other) / Math.min(one, other) < leastRatio;
    }

    private static OptionalDouble value(Result result, Measure measure, String transport) {
        return result.transports().contains(transport) ? result.value(measure, transport) : OptionalDouble.empty();
    }

    /** Empty, too, where it rests on few samples. */
    private static OptionalDouble firm(Result result, Measure measure, String transport) {
        OptionalDouble value = value(result, measure, transport);
        return value.isPresent() && Samples.areFew(result.reading(measure, transport)) ? OptionalDouble.empty() : value;
    }

    private Optional<Result> headline(String experiment) {
        return comparison.experiments().stream()
                .filter(result -> result.name().equals(experiment))
                .findFirst();
    }
}
