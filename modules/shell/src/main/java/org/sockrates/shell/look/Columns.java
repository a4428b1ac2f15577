package org.sockrates.shell.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plain text in columns, as wide as their widest cell, a blank apart; a column without any text takes no room. */
public final class Columns {
    private final List<List<String>> rows = new ArrayList<>();
    private final Set<Integer> right = new HashSet<>();

    public Columns(String... headings) {
        rows.add(List.of(headings));
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
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                append(line, row.get(column), column);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private void append(StringBuilder line, String cell, int column) {
        int width =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        if (width == 0) {
            return;
        }
        String gap = " ".repeat(width - cell.length());
        line.append(line.length() == 0 ? "" : " ").append(right.contains(column) ? gap + cell : cell + gap);
    }
}
