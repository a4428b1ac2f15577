package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sockrates.lab.lint.Proof;
import org.sockrates.shell.command.BoundedLines;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Operands;
import org.sockrates.shell.command.Script;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.HeldLines;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;

@Parameters(commandDescription = "runs the commands of a file, in this session")
@Manual(
        text = {
            "One command a line, # for comments. A failure does not stop it; its status is that",
            "of the last command. --allow-remote is refused in a file: a person types that. Servers",
            "and links it begins go on; from the command line the program goes on with them until",
            "Ctrl-C, or until the file says exit."
        },
        example = "source hello.sock",
        proves = Proof.OF_OTHERS)
final class SourceCommand implements Command {
    private static final int MOST_KEPT = 10_000;

    @Parameter(description = "FILE")
    private List<Word> words = new ArrayList<>();

    private final LineInterpreter interpreter;

    private final Set<Path> running;

    /** @param running the files this session runs at the moment, by their real paths */
    SourceCommand(LineInterpreter interpreter, Set<Path> running) {
        this.interpreter = interpreter;
        this.running = running;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        Operands operands = new Operands("source", words, session);
        String name = operands.next("FILE").text();
        operands.end();
        SessionFiles files = session.files(job);
        byte[] commands = files.read("source", name, Script.MOST_BYTES);
        Path file = real(files.folder().resolve(name)); // however it is spelt
        if (!running.add(file)) {
            throw new BadFileException(
                    "source: " + SafeText.quote(name) + ": runs already; a file must not run itself");
        }
        try {
            Origin origin = job.origin() == Origin.LAB ? Origin.LAB : Origin.SCRIPT;
            HeldLines kept = new HeldLines(MOST_KEPT); // for a program, which gets all of them at the end
            Voice voice = job.json() ? Voice.of(kept::add, job::trouble, job::news) : job.voice();
            int status = new Script(interpreter, name, origin, voice)
                    .run(new BoundedLines(new ByteArrayInputStream(commands)), job);
            return Reply.of( // its lines were shown as they came, but to a program
                    List.of(),
                    Json.object("file", SafeText.escape(name), "status", status, "lines", kept.collect()),
                    status);
        } finally {
            running.remove(file);
        }
    }

    /** A lab's is kept in memory, and may be gone from the disk by now. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException gone) {
            return file.normalize();
        }
    }
}
