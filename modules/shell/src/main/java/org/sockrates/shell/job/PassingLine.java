package org.sockrates.shell.job;

/**
 * The last line of a terminal, while nothing stands there but how far something has come. Written over and wiped with
 * blanks, which every terminal knows.
 */
public final class PassingLine {
    private static final int MOST = 79;

    private int width;

    /** What to print so that a text stands there, cut to fit, and nothing of the one before. */
    public synchronized String showing(String text) {
        String fitting = text.substring(0, Math.min(text.length(), MOST));
        String rest = " ".repeat(Math.max(0, width - fitting.length()));
        width = fitting.length();
        return "\r" + fitting + rest;
    }

    /** What to print so that the line is empty, and what comes stands at its beginning; empty where nothing stood there. */
    public synchronized String erased() {
        String wiped = width == 0 ? "" : "\r" + " ".repeat(width) + "\r";
        width = 0;
        return wiped;
    }
}
