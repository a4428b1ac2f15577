package org.sockrates.sim.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was thrown, in a line: its kind, its message, where; of what a guest has called, the line of the guest that called. */
final class Thrown {
    /** How Java remembers what a class's static part threw when it was first needed. */
    private static final Pattern REMEMBERED =
            Pattern.compile("Exception (?:[^ :]*[.$])?([^ :.$]+)(.*) \\[in thread .*", Pattern.DOTALL);

    private static final String OURS = "org.sockrates.";
    private static final String HOST = Guest.class.getName();

    private Thrown() {}

    static String text(Throwable thrown) {
        Throwable first = first(thrown);
        return what(first) + where(List.of(first.getStackTrace()));
    }

    /** The guest's own line stands above that of its host, and may have called ours, which threw. */
    private static String where(List<StackTraceElement> frames) {
        StackTraceElement above = null;
        StackTraceElement highest = null;
        for (StackTraceElement frame : frames) {
            boolean placed = frame.getFileName() != null && frame.getModuleName() == null;
            if (frame.getClassName().equals(HOST)) {
                break;
            }
            if (placed && !frame.getClassName().startsWith(OURS)) {
                return at(frame) + (above == null ? "" : ", in its call of " + above.getMethodName());
            }
            above = frame.getClassName().startsWith(OURS) ? frame : above;
            highest = highest == null && placed ? frame : highest;
        }
        return highest == null ? "" : at(highest);
    }

    private static String at(StackTraceElement frame) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
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
