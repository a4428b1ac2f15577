package org.sockrates.capture.ladder;

import org.sockrates.transport.UsageException;

/**
 * How a ladder is drawn.
 *
 * @param width columns, at least 60; no line is longer
 * @param drawing box-drawing characters, plain ASCII, or no picture but words
 * @param times whether each row begins with its time in milliseconds; without, the same calls draw the same text
 * @param mostRows at least 2; what is more is left out of the middle, and counted
 */
public record LadderStyle(int width, Drawing drawing, boolean times, int mostRows) {
    /** 80 columns, Unicode, times, 200 rows. */
    public static final LadderStyle USUAL = new LadderStyle(80, Drawing.UNICODE, true, 200);

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
        return new LadderStyle(columns, drawing, times, mostRows);
    }

    public LadderStyle with(Drawing other) {
        return new LadderStyle(width, other, times, mostRows);
    }

    /** Without the time column. */
    public LadderStyle timeless() {
        return new LadderStyle(width, drawing, false, mostRows);
    }

    public LadderStyle withMostRows(int rows) {
        return new LadderStyle(width, drawing, times, rows);
    }

    /** Of so many rows, those before what is left out: all where nothing is. */
    int head(int rows) {
        return rows <= mostRows ? rows : mostRows / 2;
    }

    /** Of so many rows, those behind what is left out. */
    int tail(int rows) {
        return rows <= mostRows ? 0 : mostRows - head(rows);
    }
}
