package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.Interpreter.Outcome;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.expect.Captures;
import org.sockrates.lab.expect.Check;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabRunner;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/** Where a student is in a lab: the next step, what was captured so far, and whether a prediction is still open. */
final class LabWalk {
    private static final Duration STEP_LIMIT = Duration.ofSeconds(10);

    private final LabInterpreter here;
    private final LineInterpreter interpreter;
    private final LabRooms rooms;
    private @Nullable LabDocument lab;
    private Captures captures = Captures.NONE;
    private int at;
    private int hints;
    private @Nullable Prediction asked;
    private int answered;

    LabWalk(LineInterpreter interpreter, LabRooms rooms) {
        this.interpreter = interpreter;
        this.here = new LabInterpreter(interpreter);
        this.rooms = rooms;
    }

    synchronized Reply start(Path file) throws IOException {
        lab = rooms.read(List.of(file)).get(0);
        return reset();
    }

    synchronized Reply reset() {
        LabDocument begun = begun();
        captures = Captures.NONE;
        at = 0;
        hints = 0;
        asked = null;
        answered = -1;
        interpreter.session().sockets().all().forEach(socket -> here.interpret("close " + socket.number(), STEP_LIMIT));
        LabRooms.set(interpreter, begun.frontMatter());
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.escape(begun.title()));
        begun.frontMatter().question().ifPresent(question -> lines.add("  " + SafeText.escape(question)));
        lines.add("  " + begun.steps().size() + " commands; lab next does the next one");
        begun.frontMatter().prediction().ifPresent(prediction -> lines.addAll(ask(prediction)));
        return Reply.lines(lines);
    }

    synchronized Reply next(Job job) {
        LabDocument begun = begun();
        if (at >= begun.steps().size()) {
            return Reply.lines(farewell(begun));
        }
        Step step = begun.steps().get(at);
        if (answered != at && step.prediction().isPresent()) {
            answered = at;
            List<String> lines = new ArrayList<>();
            step.notes().forEach(note -> lines.add("# " + SafeText.escape(note)));
            lines.add("the next command:  " + SafeText.escape(step.prompted()));
            lines.addAll(ask(step.prediction().get()));
            return Reply.lines(lines);
        }
        return perform(begun, step, job);
    }

    private Reply perform(LabDocument begun, Step step, Job job) {
        if (asked == null) {
            step.notes().forEach(note -> job.say("# " + SafeText.escape(note)));
        }
        asked = null;
        hints = 0;
        String command = captures.substitute(step.command());
        job.say(SafeText.escape(step.prompt() + "> " + command));
        Outcome outcome = here.interpret(command, STEP_LIMIT);
        outcome.lines().forEach(job::say);
        at++;
        Check check = step.expectation().check(outcome.lines(), outcome.status(), captures);
        if (check instanceof Check.Holds holds) {
            captures = holds.captures();
            return Reply.lines(at < begun.steps().size() ? List.of() : farewell(begun));
        }
        if (check instanceof Check.Differs differs) {
            captures = differs.captures();
        }
        return Reply.of(
                List.of("  (the lab shows something else here; lab check tells what, lab reset begins again)"),
                List.of(),
                ExitStatus.DID_NOT_HOLD);
    }

    synchronized Reply hint() {
        LabDocument begun = begun();
        List<String> known =
                at < begun.steps().size() && !begun.steps().get(at).hints().isEmpty()
                        ? begun.steps().get(at).hints()
                        : begun.frontMatter().hints();
        if (known.isEmpty()) {
            return Reply.lines(List.of("no hint here; lab next shows what happens"));
        }
        return Reply.lines(List.of(SafeText.escape(known.get(Math.min(hints++, known.size() - 1)))));
    }

    synchronized Reply predict(int choice) {
        Prediction open = asked;
        if (open == null) {
            throw new UsageException("predict: nothing was asked (expected: a lab's question); lab next goes on");
        }
        if (choice > open.choices().size()) {
            throw new UsageException(
                    "predict",
                    Integer.toString(choice),
                    "1 to " + open.choices().size());
        }
        boolean right = open.choices().get(choice - 1).right();
        List<String> lines = new ArrayList<>();
        lines.add(right ? "yes" : "no; watch what happens");
        if (right && !open.because().isEmpty()) {
            lines.add("  " + SafeText.escape(open.because()));
        }
        lines.add("lab next shows it");
        return Reply.lines(lines);
    }

    synchronized Reply check(Job job) throws IOException {
        LabText text = new LabText(SafeText::escape);
        LabRunner runner = rooms.runner();
        LabDocument fresh = rooms.read(List.of(begun().file())).get(0);
        LabResult result = job.whileWaiting(runner::stop, () -> runner.run(fresh, LabListener.SILENT));
        return Reply.of(text.lines(result), List.of(), LabResult.exitStatus(List.of(result)));
    }

    private List<String> ask(Prediction prediction) {
        asked = prediction;
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.escape(prediction.question()));
        for (int i = 0; i < prediction.choices().size(); i++) {
            lines.add("  " + (i + 1) + "  "
                    + SafeText.escape(prediction.choices().get(i).text()));
        }
        lines.add("answer with  predict 1");
        return lines;
    }

    private static List<String> farewell(LabDocument lab) {
        List<String> lines = new ArrayList<>();
        lab.frontMatter().remember().ifPresent(sentence -> lines.add("remember: " + SafeText.escape(sentence)));
        lab.frontMatter().source().ifPresent(source -> lines.add("written in: " + SafeText.escape(source)));
        lines.add("the lab is at its end; labs lists the others");
        return lines;
    }

    private LabDocument begun() {
        LabDocument known = lab;
        if (known == null) {
            throw new UsageException("lab: none was begun (expected: lab start LAB first); see  labs");
        }
        return known;
    }
}
