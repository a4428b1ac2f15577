package org.sockrates.shell.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.lab.document.ProgramRole;
import org.sockrates.lab.run.SubmissionException;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.session.GradedProgram;
import org.sockrates.shell.source.CompiledSource;
import org.sockrates.transport.SafeText;

/** A student's protocol beside a lab: its source, compiled, which {@code rdt check} hunts. Nothing is started. */
final class HandedInProtocol implements GradedProgram {
    private static final String CLASS_FILE = "[A-Za-z_]\\w*\\.java";

    private final CompiledSource source;

    private HandedInProtocol(CompiledSource source) {
        this.source = source;
    }

    /** @throws SubmissionException when there is no such file, it can be no class's, is no Java, or ends the process */
    static HandedInProtocol of(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw failed(name, "no such file");
        }
        if (!name.matches(CLASS_FILE)) {
            throw failed(name, "no name of a class");
        }
        try {
            CompiledSource source = CompiledSource.of(file);
            if (source.endsTheProcess()) { // the grading's own
                throw new SubmissionException(name + ": calls exit or halt (expected: it returns)", List.of());
            }
            return new HandedInProtocol(source);
        } catch (BadFileException wrong) {
            List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
            throw new SubmissionException(lines.get(0), lines.subList(1, lines.size()));
        }
    }

    private static SubmissionException failed(String name, String why) {
        return new SubmissionException(
                SafeText.escape(name) + ": " + why + " (expected: the source of its class)", List.of());
    }

    @Override
    public Map<String, String> given() {
        return Map.of(ProgramRole.SOURCE, source.fileName());
    }

    @Override
    public Optional<CompiledSource> source() {
        return Optional.of(source);
    }

    @Override
    public void captured(String placeholder, String value) {
        // it waits for nothing
    }

    @Override
    public void type(byte[] text, boolean ends) {
        // it reads nothing
    }

    @Override
    public String told() {
        return source.fileName();
    }

    @Override
    public Standing standing() {
        return new Standing("a protocol, which is not started", null, List.of());
    }

    @Override
    public boolean endsWithin(long millis) {
        return false;
    }

    @Override
    public void close() {
        // nothing was started
    }
}
