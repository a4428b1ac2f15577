package org.sockrates.shell.record;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.report.Asciicast;
import org.sockrates.report.OutputFile;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.learn.LabLibrary;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.learn.ReachOption;
import org.sockrates.shell.session.Reach;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.CountText;

@Parameters(commandDescription = "records what is typed and shown, or films a lab")
@Manual(
        text = {
            "From now on, until off, as an asciicast (version 3), which asciinema plays. With a LAB behind",
            "FILE that lab is run, and filmed as if somebody typed it; nobody has to."
        },
        verbs = {"FILE [LAB] [--force] [--allow-remote]", "off"},
        example = {"record talk.cast", "record off", "record 03.cast 03"},
        see = "docs.asciinema.org",
        forPeople = true)
public final class RecordCommand implements Command {
    private static final String OFF = "off";

    private final LabLibrary library;
    private final LabRooms rooms;

    @Parameter(description = "[FILE [LAB]|off]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--force", description = "overwrite a file that exists")
    private boolean force;

    @ParametersDelegate
    private ReachOption allowed = new ReachOption();

    private RecordCommand(LabLibrary library, LabRooms rooms) {
        this.library = library;
        this.rooms = rooms;
    }

    /** The command. */
    public static List<Entry> all(LabLibrary library, LabRooms rooms) {
        return List.of(Entry.of(Group.LEARN, "record", () -> new RecordCommand(library, rooms)));
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("record", words, session);
        Reach reach = allowed.read("record", job);
        if (!operands.more()) {
            return state(session);
        }
        if (operands.left() == 2) {
            String film = operands.next("FILE").text();
            List<LabDocument> labs = library.reaching(reach).read("record", session.files(job), operands.rest("LAB"));
            return new Filming(rooms.reaching(reach), session, job).shoot(labs.get(0), film, force);
        }
        if (allowed.given()) {
            throw new UsageException("record: " + Outside.OPTION + " without LAB (expected: both)");
        }
        String file = operands.next("FILE").text();
        operands.end();
        if (file.equals(OFF) && !words.get(0).literal()) {
            return off(session);
        }
        if (job.origin() == Origin.ARGUMENTS) {
            throw new UsageException("record: too few words (expected: LAB); in the shell it records what is typed");
        }
        if (session.recorder().isPresent()) {
            throw new UsageException("record: recording already (expected: record off before another)");
        }
        OutputFile out = OutputFile.open("record", session.files(job).writable("record", file), force);
        Asciicast cast =
                new Asciicast(out, session.defaults().width(), session.wall().instant(), "");
        Recording recording = new Recording(SafeText.escape(file), cast, SystemClock.INSTANCE);
        session.record(recording);
        return Reply.of(
                List.of("recording to " + recording.file() + " until  record off"),
                Json.object("file", file, "recording", true));
    }

    private static Reply state(Session session) {
        Optional<Recording> running = running(session);
        String told = running.map(recording -> "recording to " + recording.file() + ": " + told(recording)
                        + recording
                                .failure()
                                .map(why -> "; ended: " + Failure.text(why))
                                .orElse(""))
                .orElse("not recording; record FILE begins it");
        return Reply.of(
                Fold.hanging("", told),
                Json.object(
                        "file", running.map(Recording::file).orElse(null),
                        "recording", running.isPresent()));
    }

    private static Optional<Recording> running(Session session) {
        return session.recorder().filter(Recording.class::isInstance).map(Recording.class::cast);
    }

    private static Reply off(Session session) throws IOException {
        Recording recording = running(session)
                .orElseThrow(
                        () -> new UsageException("record: off: nothing is recorded (expected: record FILE before)"));
        session.stopRecording();
        Optional<IOException> failure = recording.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Reply.of(
                List.of("recorded to " + recording.file() + ": " + told(recording)),
                Json.object(
                        "file", recording.file(),
                        "lines", recording.lines(),
                        "seconds", Filming.seconds(recording.length())));
    }

    private static String told(Recording recording) {
        return CountText.print(recording.lines(), "line") + " typed, " + Filming.text(recording.length());
    }
}
