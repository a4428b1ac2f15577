package org.sockrates.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one JSON document, {@code sockrates/bench/1}: every single value is in it. */
public final class JsonText {
    private JsonText() {}

    public static String of(Report report) {
        return object(List.of(
                        member("schema", text("sockrates/bench/1")),
                        member("command", text(report.command())),
                        member("machine", machine(report.machine())),
                        member("holds", Boolean.toString(report.holds())),
                        member(
                                "sections",
                                array(report.sections().stream()
                                        .map(JsonText::section)
                                        .toList()))))
                + "\n";
    }

    private static String machine(Map<String, String> facts) {
        return object(facts.entrySet().stream()
                .map(fact -> member(fact.getKey(), text(fact.getValue())))
                .toList());
    }

    private static String section(Section section) {
        return object(List.of(
                member("name", text(section.word())),
                member("how", array(section.how().stream().map(JsonText::text).toList())),
                member(
                        "figures",
                        array(section.findings().stream().map(JsonText::finding).toList()))));
    }

    private static String finding(Finding finding) {
        if (finding instanceof Figure figure) {
            return figure(figure);
        }
        String reason = finding instanceof Skipped skipped ? skipped.reason() : ((Failed) finding).reason();
        return object(List.of(
                member("name", text(finding.name())),
                member(finding instanceof Skipped ? "skipped" : "failed", text(reason))));
    }

    private static String figure(Figure figure) {
        List<String> members = new ArrayList<>(List.of(
                member("name", text(figure.name())),
                member("unit", text(figure.unit())),
                member("peer", figure.compared() ? text(figure.peer()) : "null"),
                member("n", Integer.toString(figure.ours().size())),
                member("judged", text(figure.basis().name().toLowerCase(Locale.ROOT))),
                member("median", number(figure.judged().median())),
                member("min", number(figure.judged().min())),
                member("max", number(figure.judged().max())),
                member("goal", text(figure.bound().toString())),
                member("holds", Boolean.toString(figure.holds())),
                member("unsure", Boolean.toString(figure.unsure())),
                member("ours", numbers(figure.ours())),
                member("peers", numbers(figure.peers()))));
        return object(members);
    }

    private static String numbers(List<Double> values) {
        return array(values.stream().map(JsonText::number).toList());
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6g", value) : "null";
    }

    private static String object(List<String> members) {
        return "{" + String.join(", ", members) + "}";
    }

    private static String array(List<String> values) {
        return "[" + String.join(", ", values) + "]";
    }

    private static String member(String name, String value) {
        return text(name) + ": " + value;
    }

    private static String text(String value) {
        return value.chars()
                .mapToObj(c -> c == '"' || c == '\\'
                        ? "\\" + (char) c
                        : c < 0x20 ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
