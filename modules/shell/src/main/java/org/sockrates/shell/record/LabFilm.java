package org.sockrates.shell.record;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.StepResult;
import org.sockrates.report.Asciicast;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;

/** A lab that was run, as if somebody worked through it: keys at a typist's pace, answers as late as they came. */
final class LabFilm {
    private static final Duration KEY = Duration.ofMillis(45);
    private static final Duration BREATH = Duration.ofMillis(700);
    private static final Duration LINE_READ = Duration.ofMillis(400);
    private static final Duration THOUGHT = Duration.ofSeconds(4);

    private final Asciicast cast;

    LabFilm(Asciicast cast) {
        this.cast = cast;
    }

    /** Films it. */
    void shoot(LabResult result) throws IOException {
        LabDocument lab = result.lab();
        FrontMatter above = lab.frontMatter();
        say(Duration.ZERO, Fold.escaped("# ", lab.title()));
        if (above.question().isPresent()) {
            say(Duration.ZERO, Fold.escaped("# ", above.question().get()));
        }
        if (above.prediction().isPresent()) {
            ask(above.prediction().get());
        }
        for (StepResult step : result.steps()) {
            if (!(step.verdict() instanceof StepResult.Skipped)) {
                shoot(step);
            }
        }
        if (above.remember().isPresent()) {
            say(
                    BREATH,
                    Fold.hanging(
                            "# remember: ",
                            "#   ",
                            SafeText.escape(above.remember().get())));
        }
        cast.exit(THOUGHT, LabResult.exitStatus(List.of(result)));
    }

    private void shoot(StepResult result) throws IOException {
        Step step = result.step();
        cast.marker(BREATH, SafeText.escape(result.command()));
        for (String note : step.notes()) {
            say(Duration.ZERO, Fold.escaped("# ", note));
        }
        if (step.prediction().isPresent()) {
            ask(step.prediction().get());
        }
        cast.output(BREATH, step.prompt() + "> ");
        cast.keys(KEY, SafeText.escape(result.command()));
        cast.line(BREATH, "");
        List<String> shown = result.shown();
        Duration answer = result.took();
        for (String line : shown) {
            cast.line(answer, line);
            answer = Duration.ZERO;
        }
        cast.pause(LINE_READ.multipliedBy(shown.size()));
        if (step.prediction().isPresent()) {
            explain(step.prediction().get());
        }
    }

    private void explain(Prediction prediction) throws IOException {
        if (!prediction.because().isEmpty()) {
            say(BREATH, Fold.hanging("# because: ", "#   ", SafeText.escape(prediction.because())));
        }
    }

    private void ask(Prediction prediction) throws IOException {
        List<String> lines = new ArrayList<>(Fold.escaped("# ", prediction.question()));
        prediction.choices().forEach(choice -> lines.addAll(Fold.escaped("# ", "[ ] " + choice.text())));
        say(Duration.ZERO, lines);
        cast.pause(THOUGHT);
    }

    private void say(Duration after, List<String> lines) throws IOException {
        Duration wait = after;
        for (String line : lines) {
            cast.line(wait, line);
            wait = Duration.ZERO;
        }
        cast.pause(LINE_READ.multipliedBy(lines.size()));
    }
}
