package org.sockrates.shell.words;

/** A line cannot be split into words; how that is told, and whether, is the caller's choice. */
final class MisreadException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient LineTrouble trouble;

    MisreadException(int at, String actual, String expected) {
        super(actual, null, false, false);
        trouble = new LineTrouble(at, actual, expected);
    }

    LineTrouble trouble() {
        return trouble;
    }
}
