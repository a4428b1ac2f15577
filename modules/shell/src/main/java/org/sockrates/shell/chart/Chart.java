package org.sockrates.shell.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Curves between two axes, one chart above another over the same time.
 *
 * @param width columns, with the axis
 * @param braille whether more than ASCII may be used
 * @param from when time begins
 * @param to when it ends, later
 */
public record Chart(int width, boolean braille, double from, double to) {
    /** What is needed for an axis and a few columns behind it. */
    public static final int LEAST_WIDTH = 40;

    private static final int MARGIN = 7;
    private static final int COLUMNS_A_STEP = 12;
    private static final int ROWS_A_STEP = 3;

    public Chart {
        if (width < LEAST_WIDTH || !(from < to)) {
            throw new IllegalArgumentException("chart: " + width + " columns, " + from + " to " + to);
        }
    }

    private int columns() {
        return width - MARGIN;
    }

    private Scale across() {
        return Scale.exact(from, to, Math.max(1, columns() / COLUMNS_A_STEP));
    }

    /** Curves over so many rows, from 0 up; the first is on top where two meet. */
    public List<String> rows(int rows, List<Curve> curves) {
        double most =
                curves.stream().mapToDouble(curve -> curve.most(from, to)).max().orElse(0);
        Scale up = Scale.rounded(most, Math.max(1, rows / ROWS_A_STEP));
        Canvas canvas = new Canvas(columns(), rows, braille);
        curves.forEach(curve -> curve.draw(canvas, across(), up));
        String[] labels = new String[rows];
        for (double mark : up.marks()) {
            int row = rows - 1 - up.dot(mark, rows);
            labels[row] = labels[row] == null ? up.text(mark) : labels[row];
        }
        List<String> lines = new ArrayList<>();
        for (String line : canvas.lines()) {
            lines.add(labelled(labels[lines.size()], line));
        }
        return lines;
    }

    /** A row of marks at times, with its name. */
    public String marks(String name, double[] times, char mark) {
        StringBuilder row = new StringBuilder(" ".repeat(columns()));
        for (double time : times) {
            if (time >= from && time <= to) {
                row.setCharAt(across().dot(time, columns()), mark);
            }
        }
        return labelled(name, row.toString().stripTrailing());
    }

    private String labelled(@Nullable String label, String line) {
        String text = label == null ? "" : label;
        char axis = braille ? (label == null ? '│' : '┤') : '|';
        return " ".repeat(Math.max(0, MARGIN - 2 - text.length())) + text + " " + axis + line;
    }

    /** The axis of time below all, with its unit at the end. */
    public List<String> time(String unit) {
        Scale across = across();
        StringBuilder line = new StringBuilder((braille ? "─" : "-").repeat(columns()));
        StringBuilder texts = new StringBuilder(" ".repeat(width));
        String behind = " " + unit;
        for (double mark : across.marks()) {
            int at = across.dot(mark, columns());
            String text = across.text(mark);
            int begin = Math.min(MARGIN + at - text.length() / 2, width - text.length() - behind.length());
            line.setCharAt(at, braille ? '┬' : '+');
            texts.replace(begin, begin + text.length(), text);
        }
        int end = texts.toString().stripTrailing().length();
        texts.replace(end, end + behind.length(), behind);
        return List.of(
                " ".repeat(MARGIN - 1) + (braille ? "└" : "+") + line,
                texts.toString().stripTrailing());
    }
}
