package org.sockrates.shell.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.lab.document.LabDocument;
import org.sockrates.lab.format.LabText;
import org.sockrates.lab.run.LabListener;
import org.sockrates.lab.run.LabResult;
import org.sockrates.lab.run.LabVerdict;
import org.sockrates.report.Asciicast;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.learn.LabJson;
import org.sockrates.shell.learn.LabRooms;
import org.sockrates.shell.session.ResultFiles;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.CountText;

/** Runs a lab, and films it. */
record Filming(LabRooms rooms, Session session, Job job) {
    private static final int MOST_COLUMNS = 200;

    private static final Set<LabVerdict> NOTHING_TO_SEE =
            EnumSet.of(LabVerdict.SKIPPED, LabVerdict.NOT_STARTED, LabVerdict.AT_FAULT);

    /**
     * Films it; one that could not be tried is on no film.
     *
     * @param file what the film is written to
     * @param force whether it may exist
     */
    Reply shoot(LabDocument lab, String file, boolean force) throws IOException {
        rooms.enterFor(List.of(lab), job);
        try (ResultFiles<ByteArrayOutputStream> out = new ResultFiles<>(session.files(job), force)) {
            out.addReport("record", file, ByteArrayOutputStream::writeTo);
            return shoot(lab, file, out);
        }
    }

    private Reply shoot(LabDocument lab, String file, ResultFiles<ByteArrayOutputStream> out) throws IOException {
        LabText text = new LabText(SafeText::escape);
        LabResult result = rooms.run(List.of(lab), LabListener.SILENT, job).get(0);
        text.lines(result).forEach(job::say);
        if (NOTHING_TO_SEE.contains(result.verdict())) {
            return reply(List.of(), null, Duration.ZERO, result, text);
        }
        int widest = result.steps().stream()
                .flatMap(step -> step.shown().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        int columns = Math.min(MOST_COLUMNS, Math.max(Fold.WIDTH, widest));
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        Asciicast cast = new Asciicast(film, columns, session.wall().instant(), lab.title());
        new LabFilm(cast).shoot(result);
        Reply written = out.write(film, reply(List.of(), file, cast.length(), result, text));
        if (!written.troubles().isEmpty()) {
            return written;
        }
        String told = "filmed to " + SafeText.escape(file) + ": "
                + CountText.print(result.steps().size(), "command") + ", " + text(cast.length());
        return reply(Fold.hanging("", told), file, cast.length(), result, text);
    }

    private static Reply reply(
            List<String> lines, @Nullable String file, Duration length, LabResult result, LabText text) {
        Object json = Json.object("file", file, "seconds", seconds(length), "lab", LabJson.of(result, text));
        return Reply.of(lines, json, LabResult.exitStatus(List.of(result)));
    }

    /** How long a film is, {@code 12.3 s}. */
    static String text(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", seconds(length));
    }

    static double seconds(Duration length) {
        return length.toMillis() / 1e3;
    }
}
