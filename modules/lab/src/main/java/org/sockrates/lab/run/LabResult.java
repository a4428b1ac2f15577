package org.sockrates.lab.run;

import java.time.Duration;
import java.util.List;
import org.sockrates.lab.document.LabDocument;

/**
 * What came of one lab.
 *
 * @param reason why it did not run to its end; empty where it did
 * @param steps one for each step of the document, in order
 * @param remarks what a reader wants to know besides where it did not pass: how the program stands that it judges
 */
public record LabResult(
        LabDocument lab,
        LabVerdict verdict,
        String reason,
        List<StepResult> steps,
        Duration took,
        List<String> remarks) {
    public LabResult {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether a step was left out by a time limit, an interruption, or a program that did not come up: that must not look
     * as harmless as one that needs what is not here.
     */
    public boolean leftOut(StepResult step) {
        return step.verdict() instanceof StepResult.Skipped && !reason.isEmpty() && verdict != LabVerdict.SKIPPED;
    }

    public boolean passed() {
        return verdict == LabVerdict.PASSED;
    }

    /** How many steps passed. */
    public int passedSteps() {
        return (int) steps.stream().filter(StepResult::passed).count();
    }

    /** The points earned: each step's own, and the lab's where all steps passed; none where they would say nothing. */
    public int earned() {
        if (!verdict.judges()) {
            return 0;
        }
        return (passed() ? lab.wholePoints() : 0)
                + steps.stream().mapToInt(StepResult::earned).sum();
    }

    /** The points that could be earned. */
    public int possible() {
        return lab.points();
    }

    /**
     * The exit status for several labs: the worst of them. Skipped labs count only where nothing else was run.
     *
     * @param results at least one
     */
    public static int exitStatus(List<LabResult> results) {
        boolean anyRan = results.stream().anyMatch(result -> result.verdict() != LabVerdict.SKIPPED);
        return results.stream()
                .map(LabResult::verdict)
                .filter(verdict -> !anyRan || verdict != LabVerdict.SKIPPED)
                .max(LabVerdict::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no results"))
                .exitStatus();
    }
}
