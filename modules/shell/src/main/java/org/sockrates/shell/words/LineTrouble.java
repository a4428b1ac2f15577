package org.sockrates.shell.words;

import org.sockrates.transport.UsageException;

/**
 * Why a line cannot be split into words.
 *
 * @param at where, from 0; -1 for the line as a whole
 * @param actual what is there
 * @param expected what would do
 */
public record LineTrouble(int at, String actual, String expected) {
    /** As it is told to somebody who typed the line. */
    UsageException told() {
        String where = at < 0 ? "line: " : "line: column " + (at + 1) + ": ";
        return new UsageException(where + actual + " (expected: " + expected + ")");
    }
}
