package org.sockrates.shell.grade;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.source.CompiledSource;
import org.sockrates.transport.SafeText;

/**
 * A student's protocol beside a lab: its source, compiled once. Each time it is to be hunted, this program is started again
 * and does that: what never returns, or takes all the memory there is, is ended.
 */
final class HandedInProtocol implements GradedProgram, GradedProgram.Hunter {
    private static final String CLASS_FILE = "[A-Za-z_]\\w*\\.java";
    private static final String MOST_MEMORY = "-Xmx256m";
    private static final long LOOK_MILLIS = 50;
    /** Of the other process, which draws: a lab shows the same in every terminal. */
    private static final Map<String, String> ANY_TERMINAL = Map.of(RunningProgram.LOCALE, "C.UTF-8", "TERM", "");

    private final CompiledSource source;
    private final List<String> again;
    private final Path jar;

    private HandedInProtocol(CompiledSource source, List<String> again, Path jar) {
        this.source = source;
        this.again = again;
        this.jar = jar;
    }

    /**
     * Compiles it.
     *
     * @param alone whether what lies beside it is somebody else's
     * @param again what starts this program once more
     * @throws SubmissionException when there is no such file, it can be no class's, is no Java, or more than a protocol
     */
    static HandedInProtocol of(Path file, boolean alone, Supplier<List<String>> again) throws IOException {
        return of(file, alone, again, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param room the folder in which its class is kept */
    static HandedInProtocol of(Path file, boolean alone, Supplier<List<String>> again, Path room) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw failed(name, "no such file", "the source of its class");
        }
        if (!name.matches(CLASS_FILE)) {
            throw failed(name, "no name of a class", "the source of its class");
        }
        try {
            CompiledSource source = alone ? CompiledSource.alone(file) : CompiledSource.of(file);
            Optional<String> foreign = source.foreignName();
            if (foreign.isPresent()) {
                throw failed(
                        name,
                        "names " + foreign.get(),
                        "what a ProtocolEnd is handed, and Java to compute with; see docs/rdt.md");
            }
            return kept(source, again.get(), room);
        } catch (BadFileException wrong) {
            List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
            throw new SubmissionException(lines.get(0), lines.subList(1, lines.size()));
        }
    }

    private static HandedInProtocol kept(CompiledSource source, List<String> again, Path room) throws IOException {
        HandedInProtocol protocol = null;
        try {
            protocol = new HandedInProtocol(source, again, Files.createTempFile(room, "protocol", ".jar"));
            protocol.jar.toFile().deleteOnExit();
            source.writeTo(protocol.jar);
            return protocol;
        } catch (IOException refused) {
            if (protocol != null) {
                protocol.close();
            }
            throw new IOException(
                    SafeText.escape(source.fileName()) + ": cannot be kept: " + Failure.text(refused) + KeptPile.ROOM,
                    refused);
        }
    }

    private static SubmissionException failed(String name, String why, String expected) {
        return new SubmissionException(SafeText.escape(name + ": " + why) + " (expected: " + expected + ")", List.of());
    }

    @Override
    public Reply hunt(List<String> options, Job job) throws IOException {
        List<String> words = new ArrayList<>(again);
        words.add(words.lastIndexOf("-cp"), MOST_MEMORY); // behind what Java was started with: the last counts
        words.addAll(List.of("rdt", "check", source.name(), "--classpath", jar.toString()));
        words.addAll(options);
        if (job.json()) {
            words.add("--json");
        }
        RunningProgram hunting =
                RunningProgram.start(words, Path.of("").toAbsolutePath().toFile(), false, ANY_TERMINAL);
        try {
            int status = job.whileWaiting(hunting::end, () -> ended(hunting));
            boolean noResult = hunting.said().isEmpty(); // what a class printed, and why it came to nothing
            List<String> lines = noResult ? hunting.complaints() : hunting.said();
            int told = noResult && status == ExitStatus.OK ? ExitStatus.DID_NOT_HOLD : status;
            return new Hunted(lines, told);
        } finally {
            hunting.end();
        }
    }

    /** What the other process said: its lines, or its document. */
    private record Hunted(List<String> lines, int status) implements Reply {
        @Override
        public Object json() {
            return Json.object("lines", lines, "status", status);
        }

        @Override
        public List<String> jsonLines() {
            return lines;
        }
    }

    /** Its status, when it has ended: it bounds itself. */
    private static int ended(RunningProgram hunting) throws InterruptedIOException {
        while (hunting.status().isEmpty()) {
            hunting.endsWithin(LOOK_MILLIS);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
        }
        return hunting.status().getAsInt();
    }

    @Override
    public Map<String, String> given() {
        return Map.of(ProgramRole.SOURCE, source.fileName());
    }

    @Override
    public Optional<Hunter> hunter() {
        return Optional.of(this);
    }

    @Override
    public void captured(String placeholder, String value) {
        // it waits for nothing
    }

    @Override
    public void type(byte[] text) {
        // it reads nothing
    }

    @Override
    public void endInput() {
        // it reads nothing
    }

    @Override
    public String told() {
        return source.fileName();
    }

    @Override
    public Standing standing() {
        return new Standing("a protocol, which is hunted", null, List.of());
    }

    @Override
    public List<String> remarks() {
        return List.of(); // the hunt has told
    }

    @Override
    public boolean endsWithin(long millis) {
        return false;
    }

    @Override
    public boolean stop(Duration most, Job job) {
        return true; // nothing runs
    }

    @Override
    public boolean restart() throws SubmissionException {
        throw new SubmissionException(standing().state() + " (expected: a program)", List.of());
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(jar);
        } catch (IOException kept) {
            // the system's folder for such files is emptied by itself
        }
    }
}
