package org.sockrates.lab.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Difference;
import org.sockrates.lab.expect.Difference.Pointer;
import org.sockrates.lab.expect.Difference.Row;
import org.sockrates.lab.run.StepResult;

/** A failed step: where, what ran, and a diff in the lab's own notation with a finger on the first difference. */
final class FailureText {
    private static final int ROWS_AROUND = 3;
    private static final int MOST_ROWS = 24;
    private static final String INDENT = "      ";

    private final LabText text;
    private final LabDocument lab;
    private final StepResult result;

    FailureText(LabText text, LabDocument lab, StepResult result) {
        this.text = text;
        this.lab = lab;
        this.result = result;
    }

    List<String> lines(Difference difference) {
        List<String> lines = new ArrayList<>();
        Step step = result.step();
        String reason = difference.reason() + LabText.points(step);
        lines.addAll(text.finding(lab, difference.line(step.line()), reason));
        lines.addAll(text.exactly(INDENT, step.prompted()));
        if (!result.command().equals(step.command())) {
            lines.addAll(text.exactly(INDENT, "ran as: " + result.command()));
        }
        if (result.runs() > 1) {
            double seconds = result.took().toNanos() / 1e9;
            lines.add(String.format(
                    Locale.ROOT, "%stried %d times in %.2f s; the last:", INDENT, result.runs(), seconds));
        }
        addRows(difference, lines);
        step.hints().forEach(hint -> lines.addAll(text.folded(INDENT, "hint: " + hint)));
        return lines;
    }

    private void addRows(Difference difference, List<String> lines) {
        List<Row> rows = difference.rows();
        int from = Math.max(0, difference.first() - ROWS_AROUND);
        int last = difference.first();
        for (int i = last; i < rows.size(); i++) {
            last = rows.get(i).mark().differs() ? i : last;
        }
        int to = Math.min(rows.size(), Math.min(from + MOST_ROWS, last + 1 + ROWS_AROUND));
        if (from > 0) {
            lines.add(INDENT + "  (" + from + " as expected)");
        }
        for (int i = from; i < to; i++) {
            int index = i;
            addRow(rows.get(i), difference.pointer().filter(pointer -> pointer.row() == index), lines);
        }
        if (to < rows.size()) {
            lines.add(INDENT + "  (" + (rows.size() - to) + " more)");
        }
    }

    /** A row is as wide as its line is long: folded it could not be copied into a lab. */
    private void addRow(Row row, Optional<Pointer> pointer, List<String> lines) {
        String number = row.line() > 0 ? String.format(Locale.ROOT, "%5d", row.line()) : "     ";
        String start = number + " " + row.mark().sign() + " ";
        String escaped = text.escape(row.text());
        if (pointer.isEmpty()) {
            lines.add((start + Excerpt.of(escaped)).stripTrailing());
            return;
        }
        String before = row.text()
                .substring(0, Math.min(pointer.get().column(), row.text().length()));
        Excerpt excerpt = Excerpt.of(escaped, text.escape(before).length());
        lines.add((start + excerpt.text()).stripTrailing());
        lines.add(" ".repeat(start.length() + excerpt.column()) + "^");
    }
}
