package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabLimits;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepRunner;
import org.sockrates.lab.run.SystemLabClock;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Lexer;
import org.sockrates.shell.words.Scan;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/** Where a student is in a lab: the next step, what was captured so far, and whether a prediction is still open. */
final class LabWalk {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final LabText text = new LabText(SafeText::escape);
    private final LabInterpreter here;
    private final LineInterpreter interpreter;
    private final LabRooms rooms;
    private @Nullable LabDocument lab;
    private StepRunner runner;
    private int at;
    private int hints;
    private int askedAt;
    private OpenQuestion question = OpenQuestion.NONE;
    private volatile @Nullable Scan awaited; // the next command, while nobody is at it
    private @Nullable LabStage stage;

    LabWalk(LineInterpreter interpreter, LabRooms rooms) {
        this.interpreter = interpreter;
        this.here = LabInterpreter.over(interpreter);
        this.rooms = rooms;
        this.runner = unhurried();
    }

    private StepRunner unhurried() {
        return StepRunner.unhurried(here, LabLimits.USUAL, new SystemLabClock());
    }

    /**
     * Begins a lab.
     *
     * @param word how the file was named, for a program that takes this one's place
     */
    synchronized Reply start(Path file, String word, Job job) throws IOException {
        LabDocument read = rooms.read(List.of(file)).get(0);
        if (read.frontMatter().program().isPresent()) {
            throw new UsageException("lab: " + SafeText.escape(read.name())
                    + ": judges a program of yours (expected: a lab to work through); see  help grade");
        }
        if (rooms.moveFor(read, interpreter, job, List.of("lab", "start", word))) {
            return Reply.silence();
        }
        lab = read;
        return reset();
    }

    /** From the first step on, in a session that is as a lab finds it; what the student had set comes back at the end. */
    synchronized Reply reset() throws IOException {
        LabDocument begun = begun();
        runner = unhurried();
        at = 0;
        hints = 0;
        askedAt = -1;
        question = OpenQuestion.NONE;
        Clearing.of(interpreter.session());
        List.of("stop *", "link drop *", "close *").forEach(line -> here.interpret(line, CLOSING));
        leave();
        interpreter.session().labFiles(SessionFiles.of(begun.folder()));
        stage = LabStage.set(interpreter.session(), begun.frontMatter());
        List<String> lines = new ArrayList<>(Fold.escaped("", begun.title()));
        begun.frontMatter().question().ifPresent(question -> lines.addAll(Fold.escaped("  ", question)));
        lines.add("  " + begun.steps().size() + " commands; lab next does the next one, lab show tells which it is");
        await(begun);
        begun.frontMatter().prediction().ifPresent(prediction -> lines.addAll(ask(prediction)));
        return Reply.of(lines, WalkJson.begun(begun), ExitStatus.OK);
    }

    /** What the next command is, for those who type it themselves. */
    synchronized Reply show() {
        LabDocument begun = begun();
        if (isOver(begun)) {
            return Reply.of(farewell(begun), WalkJson.over(begun), ExitStatus.OK);
        }
        List<String> lines = new ArrayList<>(Fold.escaped("", begun.title()));
        lines.addAll(Fold.escaped("  ", at + " of " + begun.steps().size() + " commands are done"));
        lines.addAll(nextCommand(begun.steps().get(at)));
        return Reply.of(
                lines, WalkJson.shown(begun, at, runner.command(begun.steps().get(at))), ExitStatus.OK);
    }

    /**
     * What a line is instead of itself, typed as the lab has it: the lab's next step, which is judged, and whose captures later
     * steps need.
     */
    Optional<Command> insteadOf(List<Word> words, boolean background) {
        Scan next = awaited;
        boolean itself = next != null
                && next.background() == background
                && next.words().stream()
                        .map(Word::text)
                        .toList()
                        .equals(words.stream().map(Word::text).toList());
        return itself ? Optional.of((session, job) -> typed(job)) : Optional.empty();
    }

    private synchronized Reply typed(Job job) throws IOException {
        LabDocument begun = begun();
        return perform(begun, begun.steps().get(at), job, false);
    }

    synchronized Reply next(Job job) throws IOException {
        LabDocument begun = begun();
        if (isOver(begun)) {
            return Reply.of(farewell(begun), WalkJson.over(begun), ExitStatus.OK);
        }
        Step step = begun.steps().get(at);
        if (askedAt != at && step.prediction().isPresent()) {
            askedAt = at;
            List<String> lines = new ArrayList<>();
            step.notes().forEach(note -> lines.addAll(Fold.escaped("# ", note)));
            lines.addAll(nextCommand(step));
            lines.addAll(ask(step.prediction().get()));
            return Reply.of(lines, WalkJson.asked(step.prediction().get()), ExitStatus.OK);
        }
        return perform(begun, step, job, true);
    }

    /** @param aloud whether the command is said, which nobody has typed */
    private Reply perform(LabDocument begun, Step step, Job job, boolean aloud) throws IOException {
        awaited = null;
        if (!question.isOpen()) {
            step.notes().forEach(note -> Fold.escaped("# ", note).forEach(job::say));
        }
        List<String> because = question.owed();
        question = OpenQuestion.NONE;
        hints = 0;
        if (aloud) {
            job.say(prompted(step));
        }
        StepResult result = job.whileWaiting(here::stop, () -> runner.run(step));
        at++;
        await(begun);
        List<String> lines = new ArrayList<>(result.shown());
        if (result.runs() > 1) {
            lines.add("  (tried " + result.runs() + " times; this came last)");
        }
        if (result.verdict() instanceof StepResult.Skipped skipped) {
            lines.addAll(Fold.escaped("  (", skipped.reason() + "; lab reset begins again)"));
        } else if (!result.passed()) {
            lines.addAll(Fold.escaped("  (", "the lab shows something else here: " + text.why(result) + ")"));
        } else {
            lines.addAll(because);
        }
        if (isOver(begun)) {
            leave();
            lines.addAll(farewell(begun));
            begun.frontMatter()
                    .path()
                    .filter(WireAccess.WIRE::equals)
                    .ifPresent(wire -> lines.add("you are still on the wire; exit leaves it"));
        }
        int status = result.passed() ? ExitStatus.OK : ExitStatus.DID_NOT_HOLD;
        return Reply.of(lines, WalkJson.performed(begun, at, result), status);
    }

    synchronized Reply hint() {
        LabDocument begun = begun();
        List<String> known =
                at < begun.steps().size() && !begun.steps().get(at).hints().isEmpty()
                        ? begun.steps().get(at).hints()
                        : begun.frontMatter().hints();
        if (known.isEmpty()) {
            return Reply.of(
                    List.of("no hint here; lab next shows what happens"), Json.object("hint", null), ExitStatus.OK);
        }
        String hint = known.get(Math.min(hints++, known.size() - 1));
        return Reply.of(Fold.escaped("", hint), Json.object("hint", hint), ExitStatus.OK);
    }

    synchronized Reply predict(int choice) {
        return question.answer(choice);
    }

    /** Judges the lab that was begun. */
    synchronized Reply check(Job job) throws IOException {
        return check(begun().file(), job);
    }

    /** Judges any lab, in a session of its own. */
    Reply check(Path file, Job job) throws IOException {
        LabRuns runs = rooms.runs();
        List<LabDocument> fresh = rooms.read(List.of(file));
        if (job.origin() == Origin.ARGUMENTS) {
            rooms.enterFor(fresh);
        }
        List<LabResult> results = job.whileWaiting(runs::stop, () -> runs.run(fresh, LabListener.SILENT));
        return Reply.of(text.lines(results.get(0)), LabJson.of(results, text), LabResult.exitStatus(results));
    }

    private List<String> ask(Prediction prediction) {
        question = new OpenQuestion(prediction);
        return question.lines();
    }

    private List<String> nextCommand(Step step) {
        return Fold.hanging("the next command:  ", prompted(step));
    }

    private void await(LabDocument begun) {
        awaited = isOver(begun) ? null : Lexer.scan(runner.command(begun.steps().get(at)));
    }

    private boolean isOver(LabDocument begun) {
        return at >= begun.steps().size();
    }

    private void leave() throws IOException {
        LabStage left = stage;
        stage = null;
        if (left != null) {
            left.restore();
        }
    }

    private static List<String> farewell(LabDocument lab) {
        List<String> lines = new ArrayList<>();
        lab.frontMatter().remember().ifPresent(sentence -> lines.addAll(Fold.escaped("remember: ", sentence)));
        lab.frontMatter().source().ifPresent(source -> lines.addAll(Fold.escaped("written in: ", source)));
        lines.add("the lab is at its end; labs lists the others");
        return lines;
    }

    /** A command as it stands behind its prompt, with what was captured so far in its place. */
    private String prompted(Step step) {
        return SafeText.escape(step.prompt() + "> " + runner.command(step));
    }

    private LabDocument begun() {
        LabDocument known = lab;
        if (known == null) {
            throw new UsageException("lab: none was begun (expected: lab start LAB first); see  labs");
        }
        return known;
    }
}
