package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;

/** Expectations from text, for tests: the first line is line 10 of its file. */
final class Expected {
    private Expected() {}

    static Expectation of(String text) {
        List<Complaint> complaints = new ArrayList<>();
        Expectation expectation = parse(text, complaints);
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints);
        }
        return expectation;
    }

    static List<Complaint> complaints(String text) {
        List<Complaint> complaints = new ArrayList<>();
        parse(text, complaints);
        return complaints;
    }

    private static Expectation parse(String text, List<Complaint> complaints) {
        ExpectationParser parser = new ExpectationParser(complaints::add);
        int number = 10;
        if (!text.isEmpty()) {
            for (String line : text.split("\n", -1)) {
                parser.add(new ScriptLine(number++, 1, line));
            }
        }
        return parser.end();
    }

    static Check check(String expected, String shown) {
        return check(expected, shown, Captures.NONE);
    }

    static Check check(String expected, String shown, Captures known) {
        return of(expected).check(lines(shown), 0, known);
    }

    static boolean holds(String expected, String shown) {
        return check(expected, shown) instanceof Check.Holds;
    }

    static Difference difference(String expected, String shown) {
        return difference(expected, shown, Captures.NONE);
    }

    static Difference difference(String expected, String shown, Captures known) {
        return ((Check.Differs) check(expected, shown, known)).difference();
    }

    /** A difference as text, a row a line: {@code 10 - expected}, {@code 0 + came}. */
    static String rows(Difference difference) {
        StringBuilder text = new StringBuilder();
        for (Difference.Row row : difference.rows()) {
            text.append(row.line()).append(row.mark().sign()).append(row.text()).append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }
}
