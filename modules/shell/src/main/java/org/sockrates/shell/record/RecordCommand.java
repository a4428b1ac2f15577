package org.sockrates.shell.record;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.report.Asciicast;
import org.sockrates.report.OutputFile;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.Entry;
import org.sockrates.shell.command.Group;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.learn.LabJson;
import org.sockrates.shell.learn.LabLibrary;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.session.ResultFiles;
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
        verbs = {"FILE [LAB] [--force]", "off"},
        example = {"record talk.cast", "record off", "record 03.cast 03"},
        see = "docs.asciinema.org",
        forPeople = true)
public final class RecordCommand implements Command {
    private static final String OFF = "off";
    private static final int MOST_COLUMNS = 200;

    private final LabLibrary library;
    private final LabRooms rooms;

    @Parameter(description = "[FILE [LAB]|off]")
    private List<Word> words = new ArrayList<>();

    @Parameter(names = "--force", description = "overwrite a file that exists")
    private boolean force;

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
        if (!operands.more()) {
            return state(session);
        }
        if (operands.left() == 2) {
            return film(operands.next("FILE").text(), operands.rest("LAB"), session, job);
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
        Asciicast cast = cast(out, session.defaults().width(), "", session);
        Recording recording = new Recording(SafeText.escape(file), cast, SystemClock.INSTANCE);
        session.record(recording);
        return Reply.of(
                List.of("recording to " + recording.file() + "; record off ends it"),
                Json.object("file", file, "recording", true));
    }

    private static Asciicast cast(OutputStream out, int columns, String title, Session session) {
        return new Asciicast(out, columns, session.wall().instant(), title);
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
                        "seconds", seconds(recording.length())));
    }

    private static String told(Recording recording) {
        return CountText.print(recording.lines(), "line") + " typed, "
                + String.format(Locale.ROOT, "%.1f s", seconds(recording.length()));
    }

    private static double seconds(Duration length) {
        return length.toMillis() / 1e3;
    }

    private Reply film(String file, List<Word> named, Session session, Job job) throws IOException {
        List<LabDocument> labs = library.read("record", session.files(job), named);
        rooms.enterFor(labs, job);
        try (ResultFiles<ByteArrayOutputStream> out = new ResultFiles<>(session.files(job), force)) {
            out.addReport("record", file, ByteArrayOutputStream::writeTo);
            return film(file, out, labs, session, job);
        }
    }

    private Reply film(
            String file, ResultFiles<ByteArrayOutputStream> out, List<LabDocument> labs, Session session, Job job)
            throws IOException {
        LabText text = new LabText(SafeText::escape);
        LabResult result = rooms.run(labs, LabListener.SILENT, job).get(0);
        text.lines(result).forEach(job::say);
        if (result.verdict() == LabVerdict.SKIPPED || result.verdict() == LabVerdict.NOT_STARTED) {
            return reply(List.of(), null, Duration.ZERO, result, text);
        }
        int widest = result.steps().stream()
                .flatMap(step -> step.shown().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int columns = Math.min(MOST_COLUMNS, Math.max(Fold.WIDTH, widest));
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        Asciicast cast = cast(film, columns, labs.get(0).title(), session);
        new LabFilm(cast).shoot(result);
        String told = "filmed to " + SafeText.escape(file) + ": "
                + CountText.print(result.steps().size(), "command") + ", "
                + String.format(Locale.ROOT, "%.1f s", seconds(cast.length()));
        return out.write(film, reply(Fold.hanging("", told), file, cast.length(), result, text));
    }

    private static Reply reply(
            List<String> lines, @Nullable String file, Duration length, LabResult result, LabText text) {
        Object json = Json.object("file", file, "seconds", seconds(length), "lab", LabJson.of(result, text));
        return Reply.of(lines, json, LabResult.exitStatus(List.of(result)));
    }
}
