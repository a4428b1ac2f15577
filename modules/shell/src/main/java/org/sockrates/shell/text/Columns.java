package org.sockrates.shell.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plain text in columns, as wide as their widest cell, a blank apart; a column without any text takes no room. Where a line
 * would be too long, the last column is folded; where it has not even room for a word, what does not fit goes below its row,
 * but for empty cells.
 */
public final class Columns {
    private static final String BELOW = "    ";
    private static final int GAP = 1;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();

    /** A table with headings; with empty ones, a table without a line of them. */
    public Columns(String... headings) {
        this.headings = List.of(headings);
    }

    /** A text by itself, and blanks behind it up to a width, one at least. */
    public static String cell(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** Columns that are aligned to the right: numbers. */
    public Columns right(Integer... columns) {
        right.addAll(Arrays.asList(columns));
        return this;
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int last = headings.size() - 1;
        if (width(last + 1) <= Fold.WIDTH || width(last) + GAP + widestWord(last) <= Fold.WIDTH) {
            all().forEach(row -> lines.addAll(folded(row, last)));
        } else {
            int fitting = last;
            while (fitting > 1 && width(fitting) > Fold.WIDTH) {
                fitting--;
            }
            for (List<String> row : all()) {
                lines.addAll(folded(row, fitting - 1));
                lines.addAll(row == headings ? List.of() : below(row, fitting));
            }
        }
        return lines;
    }

    private List<List<String>> all() {
        List<List<String>> all = new ArrayList<>(rows);
        if (headings.stream().anyMatch(heading -> !heading.isEmpty())) {
            all.add(0, headings);
        }
        return all;
    }

    /** The cells up to the last of a line, which goes on under itself. */
    private List<String> folded(List<String> row, int last) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < last; column++) {
            append(line, row.get(column), column);
        }
        if (width(last, last + 1) == 0) {
            return List.of(line.toString().stripTrailing());
        }
        String cell = right.contains(last) ? padded(row.get(last), last) : row.get(last);
        return Fold.hanging(line + (line.length() == 0 ? "" : " "), cell);
    }

    private List<String> below(List<String> row, int from) {
        String text = IntStream.range(from, row.size())
                .filter(column -> !row.get(column).isEmpty())
                .mapToObj(column -> headings.get(column) + ' ' + row.get(column))
                .collect(Collectors.joining("  "));
        return text.isEmpty() ? List.of() : Fold.hanging(BELOW, text);
    }

    private void append(StringBuilder line, String cell, int column) {
        if (width(column, column + 1) > 0) {
            line.append(line.length() == 0 ? "" : " ").append(padded(cell, column));
        }
    }

    private String padded(String cell, int column) {
        String gap = " ".repeat(width(column, column + 1) - cell.length());
        return right.contains(column) ? gap + cell : cell + gap;
    }

    /** How wide the first so many columns are together. */
    private int width(int columns) {
        return width(0, columns);
    }

    private int width(int from, int to) {
        int width = 0;
        for (int column = from; column < to; column++) {
            int widest = 0;
            for (List<String> row : all()) {
                widest = Math.max(widest, row.get(column).length());
            }
            width += widest == 0 ? 0 : widest + (width == 0 ? 0 : GAP);
        }
        return width;
    }

    private int widestWord(int column) {
        return all().stream()
                .flatMap(row -> Arrays.stream(row.get(column).split(" ", -1)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
