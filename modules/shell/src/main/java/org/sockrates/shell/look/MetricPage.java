package org.sockrates.shell.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.experiment.Experiments;

/** What {@code why} knows: every figure of {@code compare}. */
public final class MetricPage {
    private MetricPage() {}

    /** By the figure's name what it means, and a line for each who asks for it. */
    public static Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Experiment experiment : Experiments.all()) {
            experiment
                    .measures()
                    .forEach(measure -> enter(all, measure, experiment.name(), ": " + experiment.question()));
        }
        OnTheWire.measures().forEach(measure -> enter(all, measure, "every experiment on the path wire", ""));
        return all;
    }

    private static void enter(Map<String, List<String>> all, Measure measure, String asker, String question) {
        String unit = measure.unit().symbol();
        all.computeIfAbsent(measure.name(), name -> new ArrayList<>(List.of(measure.meaning())))
                .add(asker + (unit.isEmpty() ? "" : ", in " + unit) + question);
    }
}
