package org.sockrates.capture.ladder;

import org.sockrates.transport.UsageException;

/**
 * How a ladder is drawn.
 *
 * @param width columns, at least 60; no line is longer
 * @param unicode box-drawing characters; else plain ASCII
 * @param times whether each row begins with its time in milliseconds; without, the same calls draw the same text
 * @param mostRows at least 2; what is more is left out of the middle, and counted
 */
public record LadderStyle(int width, boolean unicode, boolean times, int mostRows) {
    /** 80 columns, Unicode, times, 200 rows. */
    public static final LadderStyle USUAL = new LadderStyle(80, true, true, 200);

    /** Columns below which nobody could read it. */
    public static final int LEAST_WIDTH = 60;

    /** Rows below which no middle could be left out. */
    public static final int LEAST_ROWS = 2;

    public LadderStyle {
        if (width < LEAST_WIDTH) {
            throw new UsageException("ladder: width", Integer.toString(width), LEAST_WIDTH + " columns or more");
        }
        if (mostRows < LEAST_ROWS) {
            throw new UsageException("ladder: rows", Integer.toString(mostRows), LEAST_ROWS + " or more");
        }
    }

    public LadderStyle withWidth(int columns) {
        return new LadderStyle(columns, unicode, times, mostRows);
    }

    /** Plain ASCII, for terminals and files that have nothing else. */
    public LadderStyle ascii() {
        return new LadderStyle(width, false, times, mostRows);
    }

    /** Without the time column. */
    public LadderStyle timeless() {
        return new LadderStyle(width, unicode, false, mostRows);
    }

    public LadderStyle withMostRows(int rows) {
        return new LadderStyle(width, unicode, times, rows);
    }
}
