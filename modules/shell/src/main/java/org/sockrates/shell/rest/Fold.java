package org.sockrates.shell.rest;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of at most so many columns, broken at blanks only. */
final class Fold {
    private static final int WIDTH = 80;
    private static final String TABLE_GAP = "   ";

    private Fold() {}

    /** Prose is filled, line after line; a row, which has a wide gap in it, stays a row and goes on under its second part. */
    static List<String> page(String indent, List<String> lines) {
        List<String> folded = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        for (String line : lines) {
            int gap = line.indexOf(TABLE_GAP);
            if (gap < 0) {
                prose.append(prose.length() == 0 ? "" : " ").append(line);
                continue;
            }
            flush(prose, indent, folded);
            String rest = line.substring(gap).stripLeading();
            String first = line.substring(0, line.length() - rest.length());
            folded.addAll(hanging(indent + first, rest));
        }
        flush(prose, indent, folded);
        return folded;
    }

    private static void flush(StringBuilder prose, String indent, List<String> folded) {
        if (prose.length() > 0) {
            folded.addAll(hanging(indent, prose.toString()));
            prose.setLength(0);
        }
    }

    /** Text behind a beginning; further lines stand under its first word. */
    static List<String> hanging(String first, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            if (begun && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(first.length()));
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }
}
