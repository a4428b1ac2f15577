package org.sockrates.shell.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepRunner;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.CountText;

/** A lab as far as it was worked through: the next step, what was said and asked of it. For one thread at a time. */
final class BegunLab {
    private static final String AGAIN = "; lab reset begins again)";

    private final LabText text = new LabText(SafeText::escape);
    private final LabDocument lab;
    private final StepRunner runner;
    private final Optional<String> after;
    private final OpenQuestion ofLab; // what only the whole lab shows
    private OpenQuestion question;
    private int done;
    private int hints;
    private boolean told;

    /**
     * @param runner which keeps what is captured
     * @param after the number of the course's next lab
     */
    BegunLab(LabDocument lab, StepRunner runner, Optional<String> after) {
        this.lab = lab;
        this.runner = runner;
        this.after = after;
        ofLab = lab.frontMatter().prediction().map(OpenQuestion::new).orElse(OpenQuestion.NONE);
        question = ofLab;
    }

    LabDocument document() {
        return lab;
    }

    /** How many steps are done. */
    int done() {
        return done;
    }

    boolean isOver() {
        return done >= lab.steps().size();
    }

    private Step step() {
        return lab.steps().get(done);
    }

    /** The next command, with what was captured so far in its place. */
    String command() {
        return runner.command(step());
    }

    /** The command behind it, where there is one. */
    Optional<String> following() {
        return lab.steps().stream().skip(done + 1L).findFirst().map(runner::command);
    }

    /** All commands, as {@link #command}. */
    List<String> commands() {
        return lab.steps().stream().map(runner::command).toList();
    }

    /** As it stands behind its prompt. */
    String prompted() {
        return SafeText.escape(step().prompt() + "> " + command());
    }

    /** Its title and its question. */
    static List<String> heading(LabDocument lab) {
        List<String> lines = new ArrayList<>(Fold.escaped("", lab.title()));
        lab.frontMatter().question().ifPresent(asked -> lines.addAll(Fold.escaped("  ", asked)));
        return lines;
    }

    /** What the lab is about. */
    List<String> opening() {
        List<String> lines = heading(lab);
        lines.add("  " + CountText.print(lab.steps().size(), "step")
                + ";  lab next  does the next one,  lab show  tells which it is");
        lines.addAll(ofLab.lines());
        return lines;
    }

    /** What has to be answered before the next command, if it was not asked yet. */
    Optional<Prediction> unasked() {
        return told ? Optional.empty() : step().prediction();
    }

    /** What the lab says of the next command, the command, and what is asked before it. */
    List<String> coming() {
        unasked().ifPresent(prediction -> question = new OpenQuestion(prediction));
        told = true;
        List<String> lines = new ArrayList<>(notes());
        lines.addAll(Fold.hanging("the next step:  ", prompted()));
        lines.addAll(question.lines());
        return lines;
    }

    /** What the lab says of the next command, to one who has not read it yet. */
    List<String> untold() {
        return told ? List.of() : notes();
    }

    private List<String> notes() {
        List<String> notes = step().notes();
        return notes.isEmpty() ? List.of() : Fold.escaped("# ", String.join(" ", notes));
    }

    /**
     * Does the next step; it is the next one still.
     *
     * @param stopped whether somebody wants an end
     */
    StepResult run(BooleanSupplier stopped) {
        return runner.run(step(), stopped);
    }

    /** Takes a step as done, unless it could not be, and says what came of it. */
    List<String> passed(StepResult result) {
        List<String> lines = new ArrayList<>(result.shown());
        if (result.runs() > 1) {
            lines.add("  (tried " + result.runs() + " times; this came last)");
        }
        if (result.verdict() instanceof StepResult.Skipped skipped) {
            lines.addAll(Fold.escaped("  (", skipped.reason() + AGAIN));
            return lines;
        }
        done++;
        hints = 0;
        told = false;
        if (!result.passed()) {
            lines.addAll(Fold.escaped("  (", "the lab shows something else here: " + instead(result) + AGAIN));
        }
        if (question != ofLab) {
            lines.addAll(question.owed());
            question = ofLab;
        }
        if (isOver()) {
            lines.addAll(ofLab.owed());
            lines.addAll(farewell());
        }
        return lines;
    }

    /** The line that did not come; what came stands above it. */
    private String instead(StepResult result) {
        Optional<String> missing = result.verdict() instanceof StepResult.Failed failed
                ? failed.difference().missing()
                : Optional.empty();
        return missing.map(SafeText::escape).orElseGet(() -> text.why(result));
    }

    /** What is left to say behind the last step. */
    List<String> farewell() {
        List<String> lines = new ArrayList<>(TakeHome.of(lab.frontMatter()));
        lines.add("the lab is at its end; "
                + after.map(number -> "the next one:  lab start " + number).orElse(" labs  lists the others"));
        if (LabStage.isOnWire(lab.frontMatter())) {
            lines.add("you are still on the wire;  exit  leaves it");
        }
        return lines;
    }

    /** The next hint, or the last one again. */
    Reply hint() {
        List<String> known =
                isOver() || step().hints().isEmpty() ? lab.frontMatter().hints() : step().hints();
        if (known.isEmpty()) {
            return Reply.of(List.of("no hint here;  lab next  shows what happens"), Json.object("hint", null));
        }
        String hint = known.get(Math.min(hints++, known.size() - 1));
        return Reply.of(Fold.escaped("", hint), Json.object("hint", hint));
    }

    Reply predict(String choice) {
        return question.answer(choice);
    }
}
