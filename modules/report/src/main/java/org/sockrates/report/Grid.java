package org.sockrates.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows of cells, aligned: some columns to the left, some to the right. Knows nothing of what it shows. */
final class Grid {
    private static final String GAP = "  ";

    private final String alignment;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param alignment one letter a column: {@code l} or {@code r} */
    Grid(String alignment) {
        this.alignment = alignment;
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** @param each one cell for each transport */
    void row(String first, Stream<String> each, String... last) {
        row(Stream.of(Stream.of(first), each, Stream.of(last))
                .flatMap(cells -> cells)
                .toList());
    }

    /** How wide the widest line is. */
    int width() {
        int width = 0;
        for (int column = 0; column < alignment.length(); column++) {
            width += width(column) + GAP.length();
        }
        return width;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** Lines that end in a line feed and have no blanks before it. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(column) - cell.length());
                line.append(GAP).append(alignment.charAt(column) == 'r' ? space + cell : cell + space);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
