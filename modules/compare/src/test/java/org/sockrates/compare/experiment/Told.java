package org.sockrates.compare.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;

/** A result made up figure by figure, to see what an experiment concludes from it. */
final class Told {
    private final Experiment experiment;
    private final Map<String, List<Figure>> figures = new LinkedHashMap<>();

    Told(Experiment experiment) {
        this.experiment = experiment;
    }

    Told of(String transport, Figure... some) {
        figures.put(transport, List.of(some));
        return this;
    }

    /** What held in some runs and in others did not. */
    static Figure atTimes(Measure measure) {
        return new Figure(measure, new Reading.Measured(1, 1, 0, 1));
    }

    /** What two of three runs know. */
    static Figure inTwoOfThree(Measure measure, double value) {
        return new Figure(
                measure, new Reading.Measured(9, value, value, value, "2 of 3 runs; otherwise: nothing came of it"));
    }

    String conclusion() {
        List<Metric> metrics = new ArrayList<>();
        Set<Measure> measures = new LinkedHashSet<>(experiment.measures());
        figures.values().forEach(known -> known.forEach(figure -> measures.add(figure.measure())));
        for (Measure measure : measures) {
            Map<String, Reading> readings = new LinkedHashMap<>();
            figures.forEach((transport, known) -> readings.put(
                    transport,
                    known.stream()
                            .filter(figure -> figure.measure().equals(measure))
                            .findFirst()
                            .orElseGet(() -> measure.absent("not told"))
                            .reading()));
            metrics.add(new Metric(measure, readings));
        }
        return experiment.conclude(
                new Result(experiment.name(), experiment.question(), "as told", "", metrics, Map.of(), false));
    }
}
