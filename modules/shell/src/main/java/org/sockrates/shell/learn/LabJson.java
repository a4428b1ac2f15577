package org.sockrates.shell.learn;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabResult;
import org.sockrates.shell.job.Json;

/** The result of a lab, as a program reads it. */
public final class LabJson {
    private LabJson() {}

    /** Of one lab. */
    public static Map<String, @Nullable Object> of(LabResult result, LabText text) {
        return Json.object(
                "lab", result.lab().name(),
                "title", result.lab().title(),
                "verdict", result.verdict().word(),
                "steps", result.steps().size(),
                "passed_steps", result.passedSteps(),
                "points", result.verdict().judges() ? result.earned() : null,
                "of", result.possible(),
                "reason", result.reason(),
                "seconds", result.took().toNanos() / 1e9,
                "told", result.passed() ? List.of() : text.lines(result));
    }

    static Object of(List<LabResult> results, LabText text) {
        return results.stream().map(result -> of(result, text)).toList();
    }
}
