package org.sockrates.shell.learn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.Abilities;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabRunner;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.shell.wire.WirePlace;
import org.sockrates.transport.SafeText;

/** Runs labs, each in a fresh session of its own, set as its front matter says. */
public final class LabRooms {
    private final Opener opener;
    private final WireAccess wire;
    private final Abilities machine;
    private final Reach reach;

    /** Opens a session with all commands. */
    public interface Opener {
        LineInterpreter open(SessionFiles files, boolean onWire);
    }

    /** Opens the program a lab judges. */
    @FunctionalInterface
    public interface Programs {
        /** No lab judges one. */
        Programs NONE = (lab, session) -> Optional.empty();

        /**
         * Opens it.
         *
         * @param session the lab's, on its stage
         * @throws IOException when it does not come up, or cannot be tried
         */
        Optional<GradedProgram> open(LabDocument lab, Session session) throws IOException;
    }

    /**
     * Rooms for labs.
     *
     * @param wire what labs on the wire, and those that require it, run on
     */
    public LabRooms(Opener opener, WireAccess wire) {
        this(opener, wire, Reach.THIS_MACHINE);
    }

    private LabRooms(Opener opener, WireAccess wire, Reach reach) {
        this.opener = opener;
        this.wire = wire;
        this.machine = new MachineAbilities(wire);
        this.reach = reach;
    }

    /** The same for labs that may speak so far. */
    public LabRooms reaching(Reach other) {
        return new LabRooms(opener, wire, other);
    }

    /** Whether a lab needs the wire, for itself or for an experiment. */
    private static boolean needsWire(LabDocument lab) {
        return LabStage.isOnWire(lab.frontMatter())
                || lab.frontMatter().requires().contains(WireAccess.WIRE);
    }

    /** Starts a process that was started for labs again, inside a namespace, when some need the wire and it can be had. */
    public void enterFor(List<LabDocument> labs, Job job) throws IOException {
        boolean needed = labs.stream().anyMatch(this::isElsewhere);
        if (job.origin() == Origin.ARGUMENTS && needed && wire.missing().isEmpty()) {
            wire.enterAgain();
        }
    }

    /**
     * What labs that failed may have lacked here: inside the namespace that others needed, no program of this machine is
     * reached.
     */
    Optional<String> outOfReach(List<LabResult> results) {
        String failed = results.stream()
                .filter(result ->
                        List.of(LabVerdict.FAILED, LabVerdict.TIMED_OUT).contains(result.verdict()))
                .map(LabResult::lab)
                .filter(lab -> !needsWire(lab))
                .map(lab -> SafeText.escape(lab.name()))
                .collect(Collectors.joining(", "));
        return failed.isEmpty() || !wire.inside()
                ? Optional.empty()
                : Optional.of(
                        "run: " + failed + ": failed in the namespace of the wire, where no program outside is reached"
                                + " (expected: none is needed); otherwise run it without labs on the wire");
    }

    /** Whether a lab needs the wire, and this process is where none can be put up. */
    private boolean isElsewhere(LabDocument lab) {
        return needsWire(lab) && !wire.inside();
    }

    /**
     * Goes where a lab can be worked through, if that is not here: at a prompt this program is to follow itself, and it is
     * started again with the same words where words were all it was given.
     *
     * @param words what is to be done there
     * @return whether this is the wrong place, and all there was to do has been done
     * @throws IOException when no wire can be had, or not from here
     */
    boolean moveFor(LabDocument lab, LineInterpreter interpreter, Job job, List<String> words) throws IOException {
        if (isElsewhere(lab)) {
            wire.require();
            if (job.origin() == Origin.PROMPT) {
                interpreter.leaveFor(WireAccess.onWire(words));
                return true;
            }
            if (job.origin() == Origin.ARGUMENTS) {
                wire.enterOnWire();
            }
        }
        if (LabStage.isOnWire(lab.frontMatter())) {
            WirePlace.of("lab", interpreter.session().places().home(), wire);
        }
        return false;
    }

    /** Runs labs by themselves, until the job is ended; the listener is told of each. */
    public List<LabResult> run(List<LabDocument> labs, LabListener listener, Job job) throws IOException {
        return new LabRuns(this, Programs.NONE, machine).run(labs, listener, job);
    }

    /** Runs labs beside programs that they judge; as {@link #run(List, LabListener, Job)}. */
    public List<LabResult> run(List<LabDocument> labs, Programs programs, LabListener listener, Job job)
            throws IOException {
        LabRuns runs = new LabRuns(
                this,
                programs,
                ability -> ability.equals(ProgramRole.ABILITY) ? Optional.empty() : machine.missing(ability));
        return runs.run(labs, listener, job);
    }

    /** To one who is to walk through a lab that is skipped here where it runs by itself: why, and what to expect. */
    List<String> warning(LabDocument lab) {
        return LabRunner.missing(lab, machine).stream()
                .flatMap(why ->
                        Fold.escaped("  ", why + "; what comes may differ from the lab, and lab check skips it")
                                .stream())
                .toList();
    }

    /** Runs a lab by itself and says what came of it. */
    Reply check(LabDocument lab, Job job) throws IOException {
        LabText text = new LabText(SafeText::escape);
        enterFor(List.of(lab), job);
        List<LabResult> results = run(List.of(lab), LabListener.SILENT, job);
        List<String> lines = new ArrayList<>(text.lines(results.get(0)));
        if (job.origin() != Origin.ARGUMENTS) {
            lines.add("  (in a session of its own; yours is untouched)");
        }
        return Reply.of(lines, LabJson.of(results, text), LabResult.exitStatus(results));
    }

    /**
     * Opens the room of one.
     *
     * @throws IOException when it cannot be had
     */
    LabInterpreter open(LabDocument lab, Programs programs) throws IOException {
        LineInterpreter interpreter = opener.open(SessionFiles.of(lab.folder()), LabStage.isOnWire(lab.frontMatter()));
        try {
            interpreter.session().places().reachOfLabs(reach);
            LabStage stage = LabStage.of(interpreter.session());
            stage.set(lab.frontMatter());
            programs.open(lab, interpreter.session()).ifPresent(interpreter.session()::grade);
            return LabInterpreter.on(interpreter, stage);
        } catch (IOException | RuntimeException refused) {
            interpreter.session().close();
            throw refused;
        }
    }
}
