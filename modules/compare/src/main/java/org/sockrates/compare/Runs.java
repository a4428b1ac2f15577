package org.sockrates.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The runs of one experiment, and the result they amount to. */
final class Runs {
    private final Declared declared;
    private final Map<String, List<Observations>> byTransport = new LinkedHashMap<>();

    /** @param transports their names */
    Runs(Declared declared, List<String> transports) {
        this.declared = declared;
        transports.forEach(transport -> byTransport.put(transport, new ArrayList<>()));
    }

    void add(String transport, Observations seen) {
        byTransport.computeIfAbsent(transport, name -> new ArrayList<>()).add(seen);
    }

    boolean isEmpty() {
        return byTransport.values().stream().allMatch(List::isEmpty);
    }

    Result result(boolean partial) {
        Set<Measure> measures = measures();
        Map<String, Integer> middle = new LinkedHashMap<>();
        byTransport.forEach(
                (transport, runs) -> middle.put(transport, runs.isEmpty() ? 0 : MedianRun.of(runs, measures)));
        List<Metric> metrics = new ArrayList<>();
        for (Measure measure : measures) {
            Map<String, Reading> readings = new LinkedHashMap<>();
            byTransport.forEach((transport, runs) -> readings.put(
                    transport,
                    Spread.over(measure.unit(), readings(runs, measure), middle.getOrDefault(transport, 0))));
            metrics.add(new Metric(measure, readings));
        }
        Result result = new Result(
                declared.name(), declared.question(), declared.method(), "", metrics, drawings(middle), partial);
        String finding = finding(result);
        return result.concluding(
                OnTheWire.remark(result).map(remark -> finding + " " + remark).orElse(finding));
    }

    /** One of somebody's own that fails at its sentence has its figures all the same. */
    private String finding(Result result) {
        return declared.fault()
                .map(Runs::none)
                .orElseGet(() -> Declared.answer(
                        declared.experiment(),
                        () -> Objects.requireNonNull(
                                declared.experiment().conclude(result),
                                "conclude answered nothing (expected: a sentence)"),
                        Runs::none));
    }

    private static String none(String reason) {
        return "No finding: " + reason + ".";
    }

    /** Those of the experiment, and behind them what else was seen. */
    private Set<Measure> measures() {
        Set<Measure> measures = new LinkedHashSet<>(declared.measures());
        byTransport.values().stream()
                .flatMap(List::stream)
                .flatMap(run -> run.figures().stream())
                .map(Figure::measure)
                .forEach(measures::add);
        return measures;
    }

    private static List<Reading> readings(List<Observations> runs, Measure measure) {
        return runs.stream().map(run -> run.reading(measure)).toList();
    }

    /** A drawing shows one run: the one with the median of the first figure, or else the first that has one. All have one scale. */
    private Map<String, List<String>> drawings(Map<String, Integer> middle) {
        Map<String, List<DrawnLine>> drawings = new LinkedHashMap<>();
        byTransport.forEach((transport, runs) -> IntStream.concat(
                        IntStream.of(middle.getOrDefault(transport, 0)), IntStream.range(0, runs.size()))
                .limit(runs.isEmpty() ? 0 : Integer.MAX_VALUE)
                .filter(run -> !runs.get(run).drawing().isEmpty())
                .findFirst()
                .ifPresent(run -> drawings.put(transport, drawing(runs, run))));
        DrawnLine.Scale scale = DrawnLine.scale(drawings);
        Map<String, List<String>> lines = new LinkedHashMap<>();
        drawings.forEach((transport, drawing) -> lines.put(
                transport, drawing.stream().map(line -> line.text(scale)).toList()));
        return lines;
    }

    private static List<DrawnLine> drawing(List<Observations> runs, int run) {
        List<DrawnLine> lines = runs.get(run).drawing();
        String which = "(this is run " + (run + 1) + " of " + runs.size() + ")";
        return runs.size() == 1
                ? lines
                : Stream.concat(lines.stream(), Stream.of(DrawnLine.of(which))).toList();
    }
}
