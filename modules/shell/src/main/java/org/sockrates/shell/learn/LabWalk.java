package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Step;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabLimits;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepRunner;
import org.sockrates.lab.run.SystemLabClock;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.UsageException;

/** Where a student is in a lab: the next step, what was captured so far, and whether a prediction is still open. */
final class LabWalk implements LineInterpreter.Guide {
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** The student's own sockets, so that the lab's have the numbers they would have alone. */
    private static final int LEAST_OWN_SOCKET = 20;

    private final LabText text = new LabText(SafeText::escape);
    private final LabInterpreter here;
    private final LineInterpreter interpreter;
    private final LabRooms rooms;
    private @Nullable LabDocument lab;
    private StepRunner runner;
    private int at;
    private int hints;
    private int toldAt;
    private OpenQuestion question = OpenQuestion.NONE;
    private OpenQuestion ofLab = OpenQuestion.NONE; // what only the whole lab shows
    private boolean atWork;
    private final NextLine next;
    private @Nullable LabStage stage;

    LabWalk(LineInterpreter interpreter, LabRooms rooms) {
        this.interpreter = interpreter;
        this.here = LabInterpreter.over(interpreter);
        this.rooms = rooms;
        this.runner = unhurried();
        this.next = new NextLine(interpreter);
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
        next.isNone();
        runner = unhurried();
        at = 0;
        hints = 0;
        toldAt = -1;
        question = OpenQuestion.NONE;
        restore();
        Clearing.of(interpreter.session());
        List.of("stop *", "link drop *").forEach(line -> here.interpret(line, CLOSING));
        Clearing.of(interpreter.session()); // what a job has opened meanwhile
        interpreter.session().labFiles(SessionFiles.of(begun.folder()));
        stage = LabStage.set(interpreter.session(), begun.frontMatter());
        List<String> lines = new ArrayList<>(Fold.escaped("", begun.title()));
        begun.frontMatter().question().ifPresent(question -> lines.addAll(Fold.escaped("  ", question)));
        lines.add("  " + begun.steps().size() + " commands; lab next does the next one, lab show tells which it is");
        await(begun);
        interpreter.session().sockets().numberFrom(LEAST_OWN_SOCKET);
        ofLab = begun.frontMatter().prediction().map(OpenQuestion::new).orElse(OpenQuestion.NONE);
        question = ofLab;
        lines.addAll(question.lines());
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
        lines.addAll(coming(begun.steps().get(at)));
        return Reply.of(
                lines, WalkJson.shown(begun, at, runner.command(begun.steps().get(at))), ExitStatus.OK);
    }

    /** Puts back what the lab had set, and leaves the session to the student. */
    synchronized Reply leave() throws IOException {
        LabDocument left = begun();
        lab = null;
        question = OpenQuestion.NONE;
        next.isNone();
        restore();
        return Reply.of(
                Fold.escaped("", left.title() + ": left; what it had set is as it was, and what is open stays open"),
                Json.object("lab", left.name(), "left", true),
                ExitStatus.OK);
    }

    /** The lab's next step, judged, where a line is typed as it stands there: later steps need what it captures. */
    @Override
    public Optional<Command> insteadOf(List<Word> words, boolean background) {
        return next.isTyped(words, background) ? Optional.of((session, job) -> next(job, false)) : Optional.empty();
    }

    /** To a line that is nearly the next one. */
    @Override
    public Optional<String> remark(List<Word> words) {
        return next.isLike(words) ? Optional.of("(not the lab's line, which lab show tells)") : Optional.empty();
    }

    /** Does the next step, or asks what stands before it; aloud where nobody has typed the command. */
    Reply next(Job job, boolean aloud) throws IOException {
        LabDocument begun;
        Step step;
        synchronized (this) {
            begun = begun();
            if (isOver(begun)) {
                return Reply.of(farewell(begun), WalkJson.over(begun), ExitStatus.OK);
            }
            step = begun.steps().get(at);
            if (toldAt != at && step.prediction().isPresent()) {
                return Reply.of(coming(step), WalkJson.asked(step.prediction().get()), ExitStatus.OK);
            }
            if (toldAt != at) {
                notes(step).forEach(job::say);
            }
            if (aloud) {
                job.say(prompted(step));
            }
            atWork = true;
            next.isNone();
        }
        here.newsTo(aloud ? news -> {} : job::news);
        Runnable ending = () -> {
            runner.stop();
            here.stop();
        };
        try {
            return performed(
                    begun, job.whileWaiting(ending, () -> runner.run(step))); // nobody who asks meanwhile waits
        } finally {
            over(begun);
        }
    }

    private synchronized void over(LabDocument begun) {
        atWork = false;
        await(begun);
    }

    /** What the lab says of the next command, the command, and what is asked before it. */
    private List<String> coming(Step step) {
        if (toldAt != at && step.prediction().isPresent()) {
            question = new OpenQuestion(step.prediction().get());
        }
        toldAt = at;
        List<String> lines = new ArrayList<>(notes(step));
        lines.addAll(Fold.hanging("the next command:  ", prompted(step)));
        lines.addAll(question.lines());
        return lines;
    }

    private static List<String> notes(Step step) {
        return step.notes().isEmpty() ? List.of() : Fold.escaped("# ", String.join(" ", step.notes()));
    }

    private synchronized Reply performed(LabDocument begun, StepResult result) throws IOException {
        List<String> lines = new ArrayList<>(result.shown());
        if (result.runs() > 1) {
            lines.add("  (tried " + result.runs() + " times; this came last)");
        }
        if (result.verdict() instanceof StepResult.Skipped skipped) {
            lines.addAll(Fold.escaped("  (", skipped.reason() + "; lab reset begins again)"));
        } else {
            at++;
            hints = 0;
            if (!result.passed()) {
                lines.addAll(Fold.escaped("  (", "the lab shows something else here: " + text.why(result) + ")"));
            }
            lines.addAll(question == ofLab ? List.of() : question.owed());
            question = ofLab;
        }
        if (isOver(begun)) {
            restore();
            lines.addAll(ofLab.owed());
            lines.addAll(farewell(begun));
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

    synchronized Reply predict(String choice) {
        return question.answer(choice);
    }

    /** The lab that was begun. */
    synchronized Path file() {
        return begun().file();
    }

    private void await(LabDocument begun) {
        if (isOver(begun)) {
            next.isNone();
        } else {
            next.is(runner.command(begun.steps().get(at)));
        }
    }

    private boolean isOver(LabDocument begun) {
        return at >= begun.steps().size();
    }

    private void restore() throws IOException {
        interpreter.session().sockets().numberFrom(SocketNumbers.FIRST);
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
        lab.frontMatter()
                .path()
                .filter(WireAccess.WIRE::equals)
                .ifPresent(wire -> lines.add("you are still on the wire; exit leaves it"));
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
        if (atWork) {
            throw new UsageException("lab: a step is at work (expected: its end); see  jobs");
        }
        return known;
    }
}
