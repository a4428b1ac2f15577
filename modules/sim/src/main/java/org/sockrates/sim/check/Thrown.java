package org.sockrates.sim.check;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was thrown, in a line: its kind, its message, where. */
final class Thrown {
    /** How Java remembers what a class's static part threw when it was first needed. */
    private static final Pattern REMEMBERED =
            Pattern.compile("Exception (?:[^ :]*[.$])?([^ :.$]+)(.*) \\[in thread .*", Pattern.DOTALL);

    private Thrown() {}

    static String text(Throwable thrown) {
        Throwable first = first(thrown);
        String where = Arrays.stream(first.getStackTrace())
                .filter(frame -> frame.getFileName() != null && !"java.base".equals(frame.getModuleName()))
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
        return what(first) + where;
    }

    /** Of a class that cannot be set up, why: Java says so the first time, and later that it said so. */
    private static Throwable first(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof LinkageError && cause != null ? first(cause) : thrown;
    }

    private static String what(Throwable thrown) {
        String said = thrown.getMessage() == null ? "" : thrown.getMessage();
        Matcher remembered = REMEMBERED.matcher(said);
        return thrown instanceof ExceptionInInitializerError && remembered.matches()
                ? remembered.group(1) + remembered.group(2)
                : thrown.getClass().getSimpleName() + (said.isEmpty() ? "" : ": " + said);
    }
}
