package org.sockrates.lab.expect;

import java.util.List;
import java.util.Optional;

/**
 * How what came differs from what was expected, in the lab's own notation.
 *
 * @param rows expected and actual lines, laid beside each other
 * @param first the index of the first row that differs
 * @param pointer where exactly, if that can be said
 * @param reason one sentence about the first difference
 */
public record Difference(List<Row> rows, int first, Optional<Pointer> pointer, String reason) {
    public Difference {
        rows = List.copyOf(rows);
    }

    /** What a row is. */
    public enum Mark {
        /** Expected, and it came. */
        SAME(' '),
        /** It came where the lab lets any line come. */
        ANY('.'),
        /** Expected, and it did not come. */
        MISSING('-'),
        /** It came, and was not expected. */
        EXTRA('+');

        private final char sign;

        Mark(char sign) {
            this.sign = sign;
        }

        /** Whether it is part of the difference. */
        public boolean differs() {
            return this == MISSING || this == EXTRA;
        }

        /** As a diff shows it. */
        public char sign() {
            return sign;
        }
    }

    /**
     * One line.
     *
     * @param line where the expected line stands in the file; 0 for what only came
     * @param text not yet escaped
     */
    public record Row(Mark mark, int line, String text) {}

    /**
     * A finger on a character.
     *
     * @param row the index of its row
     * @param column from 0 on
     */
    public record Pointer(int row, int column) {}

    /** The first line that did not come. */
    public Optional<String> missing() {
        return text(Mark.MISSING);
    }

    /** The first line that came and was not expected. */
    public Optional<String> extra() {
        return text(Mark.EXTRA);
    }

    private Optional<String> text(Mark mark) {
        return rows.stream().filter(row -> row.mark() == mark).map(Row::text).findFirst();
    }

    /**
     * The line of the file the first difference is about: an expected line, or the one before it.
     *
     * @param command the line of the command, where there is no expected line at all
     */
    public int line(int command) {
        int line = command;
        for (int i = 0; i <= first; i++) {
            line = rows.get(i).line() > 0 ? rows.get(i).line() : line;
        }
        return line;
    }
}
