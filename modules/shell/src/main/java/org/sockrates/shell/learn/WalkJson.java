package org.sockrates.shell.learn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.StepResult;
import org.sockrates.shell.job.Json;

/** A lab that is taken step by step, as a program reads it. */
final class WalkJson {
    private WalkJson() {}

    static Map<String, @Nullable Object> begun(LabDocument lab) {
        return Json.object(
                "lab", lab.name(),
                "title", lab.title(),
                "question", lab.frontMatter().question().orElse(null),
                "steps", lab.steps().size(),
                "asked", lab.frontMatter().prediction().map(WalkJson::question).orElse(null));
    }

    static Map<String, @Nullable Object> ofProgram(LabDocument lab, List<String> task, Optional<Prediction> asked) {
        return Json.object(
                "lab", lab.name(),
                "title", lab.title(),
                "question", lab.frontMatter().question().orElse(null),
                "program", lab.frontMatter().program().map(ProgramRole::word).orElse(null),
                "takes", lab.frontMatter().takes(),
                "task", task,
                "hints", lab.frontMatter().hints(),
                "asked", asked.map(WalkJson::question).orElse(null));
    }

    static Map<String, @Nullable Object> shown(LabDocument lab, int done, String command) {
        return Json.object(
                "lab", lab.name(),
                "done", done,
                "of", lab.steps().size(),
                "next", command,
                "asked",
                        lab.steps()
                                .get(done)
                                .prediction()
                                .map(WalkJson::question)
                                .orElse(null));
    }

    static Map<String, @Nullable Object> asked(Prediction prediction) {
        return Json.object("asked", question(prediction));
    }

    static Map<String, @Nullable Object> question(Prediction prediction) {
        return Json.object(
                "question",
                prediction.question(),
                "choices",
                prediction.choices().stream().map(Prediction.Choice::text).toList());
    }

    static Map<String, @Nullable Object> performed(LabDocument lab, int step, StepResult result) {
        return Json.object(
                "lab", lab.name(),
                "step", step,
                "of", lab.steps().size(),
                "command", result.command(),
                "lines", result.shown(),
                "holds", result.passed(),
                "over", step == lab.steps().size());
    }

    static Map<String, @Nullable Object> over(LabDocument lab) {
        return Json.object(
                "lab", lab.name(),
                "over", true,
                "remember", lab.frontMatter().remember().orElse(null),
                "source", lab.frontMatter().source().orElse(null));
    }
}
