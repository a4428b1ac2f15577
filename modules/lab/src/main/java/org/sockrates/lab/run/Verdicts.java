package org.sockrates.lab.run;

import java.util.List;

/** What the steps of a lab make of the lab. */
final class Verdicts {
    private Verdicts() {}

    static LabVerdict of(List<StepResult> steps, boolean stopped, boolean cutShort) {
        if (cutShort && stopped) {
            return LabVerdict.INTERRUPTED;
        }
        if (steps.stream().anyMatch(step -> step.verdict() instanceof StepResult.Failed failed && !failed.timedOut())) {
            return LabVerdict.FAILED;
        }
        if (cutShort || steps.stream().anyMatch(StepResult::failed)) {
            return LabVerdict.TIMED_OUT;
        }
        return steps.stream().allMatch(StepResult::passed) ? LabVerdict.PASSED : LabVerdict.INCONCLUSIVE;
    }
}
