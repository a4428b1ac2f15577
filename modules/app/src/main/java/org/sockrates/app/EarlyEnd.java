package org.sockrates.app;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import org.sockrates.transport.SafeText;

/**
 * Finds out, while the process ends, that it was a class of somebody's that ended it, before the program was over: a
 * status of its choice would be taken for the program's. An end by a signal is none of its business.
 */
final class EarlyEnd {
    private final PrintStream err;
    private volatile boolean over;

    EarlyEnd(PrintStream err) {
        this.err = err;
    }

    /** The program is over, and whoever ends the process now may. */
    void programIsOver() {
        over = true;
    }

    /** Whether the process ends before the program is over, by a call; whose it was is told then. */
    boolean happens() {
        Optional<StackTraceElement> caller = over
                ? Optional.empty()
                : Thread.getAllStackTraces().values().stream()
                        .flatMap(stack -> caller(stack).stream())
                        .findFirst();
        caller.ifPresent(call -> err.println(SafeText.escape(call.getClassName() + "." + call.getMethodName())
                + ": called System.exit in line " + call.getLineNumber()
                + " (expected: it returns); there is no result"));
        return caller.isPresent();
    }

    /** Who called {@code System.exit}, if the stack, innermost first, is of a thread that does: not what exit calls. */
    static Optional<StackTraceElement> caller(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .dropWhile(frame -> !frame.getClassName().equals("java.lang.Runtime")
                        || !frame.getMethodName().equals("exit"))
                .filter(frame -> !frame.getClassName().startsWith("java.lang."))
                .findFirst();
    }
}
