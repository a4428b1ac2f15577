package org.sockrates.lab.run;

import java.util.List;
import java.util.Locale;

/** What came of a lab, from good to bad. */
public enum LabVerdict {
    /** Every step showed what it must. */
    PASSED(0),
    /** An ability it requires is missing here; no step ran. */
    SKIPPED(5),
    /** A step could neither pass nor fail: a pattern that never ends. */
    INCONCLUSIVE(1),
    /** It could not be started, or never started the program it is to judge. */
    NOT_STARTED(4),
    /** It judges a program and holds a line that cannot be meant, or its interpreter threw. */
    AT_FAULT(4),
    /** A time limit was reached, and nothing failed before. */
    TIMED_OUT(124),
    /** A step showed something else. */
    FAILED(1),
    /** Somebody stopped it. */
    INTERRUPTED(130);

    private final int exitStatus;

    LabVerdict(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** What the steps of a lab make of it, also of one that was cut short. */
    static LabVerdict of(List<StepResult> steps, boolean stopped, boolean cutShort) {
        if (cutShort && stopped) {
            return INTERRUPTED;
        }
        if (steps.stream().anyMatch(step -> step.verdict() instanceof StepResult.Failed failed && !failed.timedOut())) {
            return FAILED;
        }
        if (cutShort || steps.stream().anyMatch(StepResult::failed)) {
            return TIMED_OUT;
        }
        return steps.stream().allMatch(StepResult::passed) ? PASSED : INCONCLUSIVE;
    }

    /** As programs read it: {@code timed_out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says anything of what was judged: a lab that was not tried, or not to its end, does not. */
    public boolean judges() {
        return this != SKIPPED && this != NOT_STARTED && this != AT_FAULT && this != INTERRUPTED;
    }

    /** The exit status of a process that ran this lab alone. */
    public int exitStatus() {
        return exitStatus;
    }
}
