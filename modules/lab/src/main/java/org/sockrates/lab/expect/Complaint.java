package org.sockrates.lab.expect;

/**
 * Something wrong at a place of a lab file.
 *
 * @param line from 1 on
 * @param column from 1 on
 * @param what the thing that is wrong: {@code points}, {@code regex}
 * @param actual what stands there, not yet escaped
 * @param expected what would do
 */
public record Complaint(int line, int column, String what, String actual, String expected) {
    /** About a whole line. */
    public static Complaint about(ScriptLine line, String what, String actual, String expected) {
        return new Complaint(line.number(), line.column(), what, actual, expected);
    }
}
