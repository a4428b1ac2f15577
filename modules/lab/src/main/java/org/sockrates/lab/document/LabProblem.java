package org.sockrates.lab.document;

import java.util.function.UnaryOperator;
import org.sockrates.lab.expect.Complaint;

/**
 * Something wrong with a lab file.
 *
 * @param file as it was named
 * @param complaint what is wrong, and where in it
 */
public record LabProblem(String file, Complaint complaint) {
    private static final int LONGEST_SHOWN = 60;

    /**
     * The message: {@code file:line:column: what: actual (expected: …)}.
     *
     * @param escape makes text from outside safe to show
     */
    public String text(UnaryOperator<String> escape) {
        String actual = complaint.actual();
        String shown = actual.length() <= LONGEST_SHOWN ? actual : beginning(actual) + "...";
        return escape.apply(file + ":" + complaint.line() + ":" + complaint.column() + ": " + complaint.what() + ": "
                + shown + " (expected: " + complaint.expected() + ")");
    }

    private static String beginning(String text) {
        boolean cutsInTwo = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1));
        return text.substring(0, cutsInTwo ? LONGEST_SHOWN - 1 : LONGEST_SHOWN);
    }
}
