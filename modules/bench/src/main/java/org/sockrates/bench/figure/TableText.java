package org.sockrates.bench.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings as a table of at most 80 columns for a terminal. */
public final class TableText {
    private TableText() {}

    /** The line above the table. */
    public static String head() {
        return line("", "ours", "peer", "ratio", "n", "goal", "").stripTrailing();
    }

    /** One section: two lines a figure, the second its spread; then how the section was taken, and what its marks say. */
    public static List<String> of(Section section) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : section.findings()) {
            lines.addAll(of(finding));
        }
        section.how().forEach(how -> lines.add("    " + how));
        if (section.findings().stream().anyMatch(finding -> finding instanceof Figure figure && figure.unsure())) {
            lines.add("    ?: the median is judged; some values fell on the other side of the goal");
        }
        return lines;
    }

    private static List<String> of(Finding finding) {
        if (finding instanceof Figure figure) {
            return List.of(figure(figure), spread(figure));
        }
        if (finding instanceof Skipped skipped) {
            return List.of(skipped.name(), "  skipped: " + skipped.reason());
        }
        return List.of(finding.name(), "  failed: " + ((Failed) finding).reason());
    }

    private static String figure(Figure figure) {
        boolean compared = figure.compared();
        return line(
                figure.name() + (compared ? " / " + figure.peer() : ""),
                Digits.three(Spread.of(figure.ours()).median()),
                compared ? Digits.three(Spread.of(figure.peers()).median()) : "",
                compared ? Digits.ratio(Spread.of(figure.ratios()).median()) : "",
                Integer.toString(figure.ours().size()),
                figure.bound().toString(),
                figure.verdict("MISSED"));
    }

    private static String spread(Figure figure) {
        Spread judged = figure.judged();
        String range = figure.basis() == Figure.Basis.RATIO
                ? "ratios " + Digits.ratio(judged.min()) + " to " + Digits.ratio(judged.max())
                : "values " + Digits.three(judged.min()) + " to " + Digits.three(judged.max());
        return "  " + figure.unit() + "; " + range;
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-35s %7s %7s %6s %3s %8s %s", cells);
    }
}
