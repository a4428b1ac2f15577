package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.Prediction;
import org.sockrates.lab.run.LabLimits;
import org.sockrates.lab.run.StepResult;
import org.sockrates.lab.run.StepRunner;
import org.sockrates.lab.run.SystemLabClock;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.text.AsciiDrawing;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketNumbers;
import org.sockrates.transport.UsageException;

/** Leads a student through a lab: sets the session for it, does its steps, and knows its next line when it is typed. */
final class LabWalk implements LineInterpreter.Guide {
    /** The student's own sockets, so that the lab's have the numbers they would have alone. */
    private static final int LEAST_OWN_SOCKET = 20;

    private static final Duration LOOK = Duration.ofMillis(50);

    private final LabInterpreter here;
    private final LineInterpreter interpreter;
    private final LabLibrary library;
    private final LabRooms rooms;
    private final NextLine next;
    private @Nullable BegunLab begun;
    private @Nullable LabStage stage;
    /** What was shown last, and is worked on elsewhere: then none is begun. */
    private @Nullable ProgramLab ofProgram;

    private volatile @Nullable Job atWork;

    LabWalk(LineInterpreter interpreter, LabLibrary library, LabRooms rooms) {
        this.interpreter = interpreter;
        this.here = LabInterpreter.over(interpreter);
        this.library = library;
        this.rooms = rooms;
        this.next = new NextLine(interpreter);
    }

    /**
     * Begins a lab, or shows what it asks of a program.
     *
     * @param word how the file was named, for a program that takes this one's place
     * @param reach how far its lines may speak
     */
    synchronized Reply start(Path file, String word, Reach reach, Job job) throws IOException {
        requireRest();
        LabDocument read = library.reaching(reach).read(file);
        if (read.frontMatter().program().isPresent()) {
            List<String> left = begun == null ? List.of() : left(begun.document());
            leaveBegun();
            ProgramLab judging = new ProgramLab(read);
            ofProgram = judging;
            return judging.opening(left);
        }
        if (rooms.moveFor(read, interpreter, job, again(word, reach))) {
            return Reply.silence();
        }
        interpreter.session().places().reachOfLabs(reach);
        return begin(read);
    }

    private static List<String> again(String word, Reach reach) {
        List<String> words = List.of("lab", "start", word);
        return reach == Reach.THIS_MACHINE
                ? words
                : Stream.concat(words.stream(), Stream.of(Outside.OPTION)).toList();
    }

    /** From the first step on, in a session that is as a lab finds it; what the student had set comes back at the end. */
    synchronized Reply reset() throws IOException {
        return begin(begun().document());
    }

    private Reply begin(LabDocument lab) throws IOException {
        BegunLab fresh = new BegunLab(
                lab, StepRunner.unhurried(here, LabLimits.USUAL, new SystemLabClock()), library.after(lab.file()));
        leaveBegun();
        ofProgram = null;
        LabStage fitting = LabStage.of(interpreter.session());
        List<String> lines = new ArrayList<>();
        try {
            lines.addAll(fitting.clear(here, lab.frontMatter()));
            fitting.set(lab.frontMatter());
        } catch (IOException | RuntimeException refused) {
            try {
                fitting.restore();
            } catch (IOException | RuntimeException left) {
                refused.addSuppressed(left);
            }
            throw refused;
        }
        begun = fresh;
        stage = fitting;
        interpreter.session().labFiles(SessionFiles.of(lab.folder()));
        await(fresh);
        interpreter.session().sockets().numberFrom(LEAST_OWN_SOCKET);
        lines.addAll(fresh.opening());
        lines.addAll(rooms.warning(lab));
        if (fitting.hushed()) {
            lines.add("  trace is off until the lab ends, which asks what it would tell");
        }
        return Reply.of(lines, WalkJson.begun(lab));
    }

    /** What the next command is, for those who type it themselves. */
    synchronized Reply show() {
        BegunLab lab = begun();
        if (lab.isOver()) {
            return over(lab);
        }
        List<String> lines = new ArrayList<>(Fold.escaped("", lab.document().title()));
        lines.addAll(
                Fold.escaped("  ", lab.done() + " of " + lab.document().steps().size() + " steps are done"));
        lines.addAll(lab.coming());
        return Reply.of(lines, WalkJson.shown(lab.document(), lab.done(), lab.command()));
    }

    private static Reply over(BegunLab lab) {
        return Reply.of(lab.farewell(), WalkJson.over(lab.document()));
    }

    /** Puts back what the lab had set, and leaves the session to the student. */
    synchronized Reply leave() throws IOException {
        LabDocument left = begun().document();
        leaveBegun();
        return Reply.of(left(left), Json.object("lab", left.name(), "left", true));
    }

    /** The lab's next step, judged, where a line is typed as it stands there: later steps need what it captures. */
    @Override
    public Optional<Command> insteadOf(List<Word> words, boolean background) {
        return next.isTyped(words, background) ? Optional.of((session, job) -> next(job, false)) : Optional.empty();
    }

    /** To a line that is nearly the next one, or another of the lab. */
    @Override
    public Optional<String> remark(List<Word> words) {
        return next.isLike(words) ? Optional.of("(not the lab's next step, which  lab show  tells)") : Optional.empty();
    }

    /** Does the next step, or asks what stands before it; aloud where nobody has typed the command. */
    Reply next(Job job, boolean aloud) throws IOException {
        awaitRest(job);
        BegunLab lab;
        synchronized (this) {
            lab = begun();
            if (lab.isOver()) {
                return over(lab);
            }
            Optional<Prediction> unasked = lab.unasked();
            if (unasked.isPresent()) {
                return Reply.of(lab.coming(), WalkJson.asked(unasked.get()));
            }
            lab.untold().forEach(job::say);
            if (aloud) {
                job.say(lab.prompted());
            }
            atWork = job;
            lab.following().ifPresentOrElse(next::isLater, next::isNone);
        }
        here.workFor(job, aloud ? news -> {} : job::news);
        try { // nobody who asks meanwhile waits
            return performed(lab, job.whileWaiting(here::stop, () -> lab.run(job::cancelled)));
        } finally {
            rest(lab);
        }
    }

    /** Who pastes a lab's lines has typed the next one while the step before it waits in its call. */
    private void awaitRest(Job job) {
        Job before = atWork;
        while (before != null && !before.await(LOOK) && !job.cancelled()) {
            before = atWork;
        }
    }

    private synchronized Reply performed(BegunLab lab, StepResult result) throws IOException {
        List<String> told = lab.passed(result);
        boolean unicode = interpreter.session().defaults().drawing().isUnicode();
        if (lab.isOver()) {
            restore();
        }
        int status = result.passed() ? ExitStatus.OK : ExitStatus.DID_NOT_HOLD;
        return Reply.of(
                unicode ? told : AsciiDrawing.of(told), WalkJson.performed(lab.document(), lab.done(), result), status);
    }

    private synchronized void rest(BegunLab lab) {
        atWork = null;
        await(lab);
    }

    private void await(BegunLab lab) {
        if (lab.isOver()) {
            next.isNone();
        } else {
            next.is(lab.command(), lab.commands());
        }
    }

    synchronized Reply hint() {
        return begun().hint();
    }

    synchronized Reply predict(String choice) {
        ProgramLab judging = ofProgram;
        if (judging != null) {
            return judging.predict(choice);
        }
        BegunLab lab = begun;
        return lab == null ? OpenQuestion.NONE.answer(choice) : lab.predict(choice);
    }

    /** The lab that was begun. */
    synchronized Path file() {
        return begun().document().file();
    }

    private static List<String> left(LabDocument lab) {
        return Fold.escaped("", lab.title() + ": left; what it had set is as it was, and what is open stays open");
    }

    private void leaveBegun() throws IOException {
        begun = null;
        next.isNone();
        restore();
    }

    private void restore() throws IOException {
        interpreter.session().sockets().numberFrom(SocketNumbers.FIRST);
        LabStage left = stage;
        stage = null;
        if (left != null) {
            left.restore();
        }
    }

    private BegunLab begun() {
        ProgramLab judging = ofProgram;
        if (judging != null) {
            throw new UsageException(
                    "lab: " + SafeText.escape(judging.title())
                            + ": it judges a program of yours, and has no steps to type (expected: grade LAB -- PROGRAM); see  help grade");
        }
        BegunLab known = begun;
        if (known == null) {
            throw new UsageException("lab: none was begun (expected: lab start LAB first); see  labs");
        }
        requireRest();
        return known;
    }

    private void requireRest() {
        if (atWork != null) {
            throw new UsageException("lab: a step is at work (expected: its end); see  jobs");
        }
    }
}
