package org.sockrates.app;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.transport.SafeText;

/**
 * How the process ends. The program says its own exit status; a bug, or an output that could not be written, has the
 * last word. Each says so in one line.
 */
final class Ending {
    /** The variable that asks for the whole trace of a bug. */
    static final String DEBUG = "SOCKRATES_DEBUG";

    private final WatchedOutput watched;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean debug;

    /**
     * @param watched what {@code out} writes to
     * @param debug whether a bug shows its stack trace
     */
    Ending(WatchedOutput watched, PrintStream out, PrintStream err, boolean debug) {
        this.watched = watched;
        this.out = out;
        this.err = err;
        this.debug = debug;
    }

    /** Runs the program to its end and says the status the process ends with. */
    int of(IntSupplier program) {
        int status = statusOf(program);
        out.flush();
        Optional<IOException> failure = watched.failure();
        if (failure.isEmpty() || status == ExitStatus.BUG) {
            return status;
        }
        err.println("output: " + text(failure.get()) + " (expected: all of it written); what was shown is incomplete");
        return ExitStatus.OUTPUT;
    }

    /** Tells of what nobody expected, in one line. */
    void bug(Throwable bug) {
        err.println(
                "bug: " + text(bug) + " (expected: none); please report it, with the trace that " + DEBUG + "=1 shows");
        if (debug) {
            bug.printStackTrace(err);
        }
    }

    private int statusOf(IntSupplier program) {
        try {
            return program.getAsInt();
        } catch (Throwable failure) {
            int status = Failure.status(failure);
            if (status == ExitStatus.BUG) {
                bug(failure);
            } else {
                err.println(Failure.text(failure));
            }
            return status;
        }
    }

    private static String text(Throwable trouble) {
        String said = trouble.getMessage();
        String kind = trouble.getClass().getSimpleName();
        return SafeText.escape(said == null ? kind : trouble instanceof IOException ? said : kind + ": " + said);
    }
}
