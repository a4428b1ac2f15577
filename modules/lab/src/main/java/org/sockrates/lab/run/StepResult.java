package org.sockrates.lab.run;

import java.time.Duration;
import java.util.List;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Difference;

/**
 * What came of one step.
 *
 * @param command as it ran, with captured values in it
 * @param shown the lines that came the last time it ran
 * @param took the time of all its runs
 * @param runs how often it ran: more than once where it had to show something eventually, 0 where it was skipped
 */
public record StepResult(Step step, String command, List<String> shown, Verdict verdict, Duration took, int runs) {
    public StepResult {
        shown = List.copyOf(shown);
    }

    /** Whether it passed, and if not why. */
    public sealed interface Verdict {}

    /** It showed what it must. */
    public record Passed() implements Verdict {}

    /**
     * It showed something else.
     *
     * @param timedOut the command was ended at its time limit
     * @param refused it cannot be meant
     */
    public record Failed(Difference difference, boolean timedOut, boolean refused) implements Verdict {}

    /** It could not be decided. */
    public record Inconclusive(String reason) implements Verdict {}

    /** It was not run. */
    public record Skipped(String reason) implements Verdict {}

    static StepResult skipped(Step step, String reason) {
        return new StepResult(step, step.command(), List.of(), new Skipped(reason), Duration.ZERO, 0);
    }

    public boolean passed() {
        return verdict instanceof Passed;
    }

    public boolean failed() {
        return verdict instanceof Failed;
    }

    /** The points it earned for itself. */
    public int earned() {
        return passed() ? step.points() : 0;
    }
}
