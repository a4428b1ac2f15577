package org.sockrates.bench.figure;

import java.util.ArrayList;
import java.util.List;

/** A report as a page of the documentation. */
public final class MarkdownText {
    private MarkdownText() {}

    public static String of(Report report) {
        List<String> lines = new ArrayList<>();
        lines.add("# Measurements");
        lines.add("");
        lines.add(
                "Taken with `" + report.command() + "`, which also wrote this page. Every figure is the median of *n*");
        lines.add(
                "interleaved pairs (ours, peer, ours, peer …) of one run; a ratio is taken within each pair, ours/peer,");
        lines.add(
                "and stands with the least and the greatest. Loopback only. Machines are noisy: take it again on yours.");
        lines.add("The median is judged; a `?` says that some values fell on the other side of the goal.");
        lines.add("");
        report.machine().forEach((name, value) -> lines.add("- " + name + ": " + value));
        for (Section section : report.sections()) {
            lines.add("");
            lines.add("## " + section.word());
            lines.add("");
            lines.add("| figure | unit | ours | peer | ratio | spread | n | goal | |");
            lines.add("|---|---|--:|--:|--:|---|--:|--:|---|");
            section.findings().forEach(finding -> lines.add(row(finding)));
            lines.add("");
            section.how().forEach(how -> lines.add("- " + how));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String row(Finding finding) {
        if (finding instanceof Figure figure) {
            return cells(figure);
        }
        String reason = finding instanceof Skipped skipped ? "skipped: " + skipped.reason() : "failed";
        return "| " + finding.name() + " | | | | | | | | " + reason + " |";
    }

    private static String cells(Figure figure) {
        boolean compared = figure.compared();
        boolean ratio = figure.basis() == Figure.Basis.RATIO;
        Spread judged = figure.judged();
        return "| "
                + String.join(
                        " | ",
                        figure.name() + (compared ? " / " + figure.peer() : ""),
                        figure.unit(),
                        Digits.three(Spread.of(figure.ours()).median()),
                        compared ? Digits.three(Spread.of(figure.peers()).median()) : "",
                        compared ? Digits.ratio(Spread.of(figure.ratios()).median()) : "",
                        (ratio ? Digits.ratio(judged.min()) : Digits.three(judged.min()))
                                + " … "
                                + (ratio ? Digits.ratio(judged.max()) : Digits.three(judged.max())),
                        Integer.toString(figure.ours().size()),
                        figure.bound() + (ratio && !figure.bound().equals(Bound.NONE) ? " x" : ""),
                        figure.verdict("**missed**"))
                + " |";
    }
}
