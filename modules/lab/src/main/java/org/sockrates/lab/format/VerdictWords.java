package org.sockrates.lab.format;

import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;

/** Verdicts as words; what needs a look is in capitals. */
final class VerdictWords {
    private VerdictWords() {}

    /** With the reason why it did not run to its end, if there is one. */
    static String of(LabResult result) {
        return of(result.verdict()) + (result.reason().isEmpty() ? "" : ": " + result.reason());
    }

    static String of(LabVerdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case SKIPPED -> "skipped";
            case INCONCLUSIVE -> "INCONCLUSIVE";
            case NOT_STARTED -> "NOT STARTED";
            case TIMED_OUT -> "TIMED OUT";
            case FAILED -> "FAILED";
            case INTERRUPTED -> "INTERRUPTED";
        };
    }
}
