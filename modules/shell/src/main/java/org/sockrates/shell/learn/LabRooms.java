package org.sockrates.shell.learn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.lab.document.FrontMatter;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.document.LabProblem;
import org.sockrates.lab.document.LabReader;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.wire.WireAccess;
import org.sockrates.transport.SafeText;

/** Reads labs, and runs each in a fresh session of its own, set as its front matter says. */
public final class LabRooms {
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    private final Opener opener;
    private final List<String> paths;
    private final WireAccess wire;

    /** Opens a session with all commands. */
    public interface Opener {
        LineInterpreter open(SessionFiles files, Duration timeout, boolean onWire);
    }

    /**
     * Rooms for labs.
     *
     * @param paths what a lab may name as where it runs, besides the wire
     */
    public LabRooms(Opener opener, List<String> paths, WireAccess wire) {
        this.opener = opener;
        this.paths = Stream.concat(paths.stream(), Stream.of(WireAccess.WIRE)).toList();
        this.wire = wire;
    }

    /** Whether a lab runs on the wire. */
    static boolean onWire(LabDocument lab) {
        return lab.frontMatter().path().filter(WireAccess.WIRE::equals).isPresent();
    }

    /** Whether a lab needs the wire, for itself or for an experiment. */
    private static boolean needsWire(LabDocument lab) {
        return onWire(lab) || lab.frontMatter().requires().contains(WireAccess.WIRE);
    }

    /** Starts this process again inside a namespace when some of the labs need the wire, and it can be had. */
    void enterFor(List<LabDocument> labs) throws IOException {
        if (labs.stream().anyMatch(LabRooms::needsWire)
                && !wire.inside()
                && wire.missing().isEmpty()) {
            wire.enterAgain();
        }
    }

    /**
     * Reads labs; nothing is started.
     *
     * @throws BadFileException with every problem of every file, a line each
     */
    List<LabDocument> read(List<Path> files) throws IOException {
        LineInterpreter words = opener.open(SessionFiles.anywhere(Path.of("")), CALL_LIMIT, false);
        LabReader.Reading reading = new LabReader(
                        new LabVocabulary(words.registry(), words.session().transports(), paths))
                .read(files);
        words.session().close();
        if (!reading.problems().isEmpty()) {
            throw new BadFileException(String.join(
                    "\n",
                    reading.problems().stream()
                            .map((LabProblem problem) -> problem.text(SafeText::escape))
                            .toList()));
        }
        return reading.documents();
    }

    LabRuns runs() {
        return new LabRuns(this::open, new MachineAbilities(wire));
    }

    private LabInterpreter open(LabDocument lab) {
        LineInterpreter interpreter = opener.open(files(lab), CALL_LIMIT, onWire(lab));
        set(interpreter, lab.frontMatter());
        return new LabInterpreter(interpreter);
    }

    /** The files a lab may name: those of its own folder. */
    static SessionFiles files(LabDocument lab) {
        Path folder = lab.file().toAbsolutePath().getParent();
        return SessionFiles.within(folder == null ? Path.of("") : folder);
    }

    /** Sets a session as a lab wants it. */
    static void set(LineInterpreter interpreter, FrontMatter wishes) {
        interpreter.session().defaults().unicode(true); // a lab shows the same on every machine
        interpreter.session().defaults().timeout(CALL_LIMIT);
        wishes.transport().ifPresent(name -> interpreter.session().use("lab", name));
        wishes.link().ifPresent(interpreter.session().defaults()::link);
        wishes.seed().ifPresent(seed -> interpreter.session().defaults().seed(seed));
    }
}
