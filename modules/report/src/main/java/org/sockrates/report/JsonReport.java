package org.sockrates.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;

/**
 * A comparison as one JSON document on one line, {@code sockrates/compare/1}: the same keys in the same order whatever
 * was compared. Every metric has a value and its samples, or null, for every transport, a reason for each null, and the gaps
 * where only some runs had a value; its {@code n} is the fewest samples that any of its values rests on, 0 where none was
 * measured. Plain ASCII, so that it may be shown as it is.
 */
public final class JsonReport {
    private JsonReport() {}

    /** The document as maps and lists, keys in their order. */
    public static Map<String, @Nullable Object> document(Comparison comparison) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("schema", Comparison.SCHEMA);
        document.put("seed", comparison.seed());
        document.put("path", comparison.path());
        document.put("link", comparison.link());
        document.put("congestion", comparison.congestion().isEmpty() ? null : comparison.congestion());
        document.put("transports", comparison.transports());
        document.put("repeat", comparison.repeat());
        document.put("runs", comparison.runs());
        document.put("partial", comparison.partial());
        document.put(
                "experiments",
                comparison.experiments().stream().map(JsonReport::experiment).toList());
        return document;
    }

    private static Map<String, @Nullable Object> experiment(Result result) {
        Map<String, @Nullable Object> experiment = new LinkedHashMap<>();
        experiment.put("name", result.name());
        experiment.put("question", result.question());
        experiment.put("method", result.method());
        experiment.put("finding", result.finding());
        experiment.put("partial", result.partial());
        experiment.put(
                "metrics", result.metrics().stream().map(JsonReport::metric).toList());
        experiment.put("drawings", result.drawings());
        return experiment;
    }

    private static Map<String, @Nullable Object> metric(Metric metric) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", metric.measure().name());
        object.put("unit", metric.measure().unit().symbol());
        object.put("n", fewest(metric));
        object.put("samples", each(metric, JsonReport::samples));
        object.put("values", each(metric, reading -> number(reading.value())));
        object.put("reasons", known(each(metric, JsonReport::reason)));
        object.put("formulas", known(each(metric, JsonReport::formula)));
        object.put("gaps", known(each(metric, JsonReport::gaps)));
        object.put("lows", each(metric, reading -> number(reading.low())));
        object.put("highs", each(metric, reading -> number(reading.high())));
        return object;
    }

    private static Map<String, @Nullable Object> each(Metric metric, Function<Reading, @Nullable Object> part) {
        Map<String, @Nullable Object> byTransport = new LinkedHashMap<>();
        metric.readings().forEach((transport, reading) -> byTransport.put(transport, part.apply(reading)));
        return byTransport;
    }

    private static Map<String, @Nullable Object> known(Map<String, @Nullable Object> parts) {
        parts.values().removeIf(part -> part == null);
        return parts;
    }

    private static long fewest(Metric metric) {
        return metric.readings().values().stream()
                .filter(Reading.Measured.class::isInstance)
                .mapToLong(reading -> ((Reading.Measured) reading).n())
                .min()
                .orElse(0);
    }

    private static @Nullable Object samples(Reading reading) {
        return reading instanceof Reading.Measured measured ? (Object) measured.n() : null;
    }

    private static @Nullable Object reason(Reading reading) {
        return reading instanceof Reading.Absent absent ? absent.reason() : null;
    }

    private static @Nullable Object formula(Reading reading) {
        return reading instanceof Reading.Computed computed ? computed.formula() : null;
    }

    private static @Nullable Object gaps(Reading reading) {
        return reading.gaps().isEmpty() ? null : reading.gaps();
    }

    /** A whole number without a point, so that 200 messages are not 200.0; null for no number. */
    private static @Nullable Object number(OptionalDouble number) {
        if (number.isEmpty()) {
            return null;
        }
        double value = number.getAsDouble();
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Object) (long) value : (Object) value;
    }
}
