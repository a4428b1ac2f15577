package org.sockrates.shell.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.Settings;
import org.sockrates.compare.experiment.Experiments;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;

/** What {@code why} knows: every figure and every experiment of {@code compare}. */
public final class ComparePage {
    private static final String ON_THE_WIRE = "every experiment on the paths wire and sim";

    private ComparePage() {}

    /** By the figure's name what it means, and a line for each who asks for it, with what it means there where that differs. */
    public static Map<String, List<String>> figures() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (Experiment experiment : Experiments.all()) {
            experiment
                    .measures()
                    .forEach(measure -> enter(all, measure, experiment.name(), ": " + experiment.question()));
        }
        OnTheWire.measures().forEach(measure -> enter(all, measure, ON_THE_WIRE, ""));
        return all;
    }

    private static void enter(Map<String, List<String>> all, Measure measure, String asker, String question) {
        String unit = measure.unit().symbol();
        List<String> lines = all.computeIfAbsent(measure.name(), name -> new ArrayList<>(List.of(measure.meaning())));
        String there = lines.get(0).equals(measure.meaning()) ? "" : " There: " + measure.meaning();
        lines.add(asker + (unit.isEmpty() ? "" : ", in " + unit) + question + there);
    }

    /** Every figure with what it means, once, beneath the first question that asks for it. */
    static List<String> list() {
        int width = figures().keySet().stream().mapToInt(String::length).max().orElse(0) + 1;
        Set<String> told = new HashSet<>();
        List<String> lines = new ArrayList<>();
        Experiments.all().forEach(experiment -> {
            lines.addAll(Fold.hanging(experiment.name() + ": ", experiment.question()));
            experiment.measures().stream()
                    .filter(measure -> told.add(measure.name()))
                    .forEach(measure -> lines.addAll(row(measure, width)));
        });
        lines.add(ON_THE_WIRE + ":");
        OnTheWire.measures().stream()
                .filter(measure -> told.add(measure.name()))
                .forEach(measure -> lines.addAll(row(measure, width)));
        return lines;
    }

    private static List<String> row(Measure measure, int width) {
        return Fold.hanging("  " + Columns.cell(measure.name(), width), measure.meaning());
    }

    /** All that {@link #of} knows. */
    static List<String> words() {
        return Stream.concat(figures().keySet().stream(), Experiments.names().stream())
                .toList();
    }

    /** What a figure means, or what an experiment asks and how; empty for a word that is neither. */
    static Optional<List<String>> of(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(figures().get(name))
                .or(() -> Experiments.named(name).map(ComparePage::page));
    }

    private static List<String> page(Experiment experiment) {
        String figures = experiment.measures().stream().map(Measure::name).collect(Collectors.joining(", "));
        return List.of(
                experiment.name() + ": " + experiment.question(),
                experiment.method(new Settings(0, false)),
                "figures: " + figures);
    }
}
