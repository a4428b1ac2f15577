package org.sockrates.lab.document;

import java.util.function.UnaryOperator;
import org.sockrates.lab.expect.Complaint;

/**
 * Something wrong with a lab file, and where.
 *
 * @param file as it was named
 * @param line from 1 on
 * @param column from 1 on
 * @param what the thing that is wrong
 * @param actual what stands there, not yet escaped
 * @param expected what would do
 */
public record LabProblem(String file, int line, int column, String what, String actual, String expected) {
    private static final int LONGEST_SHOWN = 60;

    static LabProblem of(String file, Complaint complaint) {
        return new LabProblem(
                file, complaint.line(), complaint.column(), complaint.what(), complaint.actual(), complaint.expected());
    }

    /**
     * The message: {@code file:line:column: what: actual (expected: …)}.
     *
     * @param escape makes text from outside safe to show
     */
    public String text(UnaryOperator<String> escape) {
        String shown = actual.length() <= LONGEST_SHOWN ? actual : actual.substring(0, LONGEST_SHOWN) + "...";
        return escape.apply(
                file + ":" + line + ":" + column + ": " + what + ": " + shown + " (expected: " + expected + ")");
    }
}
