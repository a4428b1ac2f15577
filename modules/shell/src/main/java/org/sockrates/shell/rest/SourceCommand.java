package org.sockrates.shell.rest;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockrates.shell.command.BoundedLines;
import org.sockrates.shell.command.Command;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.Manual;
import org.sockrates.shell.command.Script;
import org.sockrates.shell.command.value.WordValue;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.SafeText;

@Parameters(commandDescription = "runs the commands of a file, in this session")
@Manual(
        text = {
            "One command a line, # for comments. A failure does not stop it; its status is that",
            "of the last command. What only a person may type is refused in a file."
        },
        example = "source hello.sock")
final class SourceCommand implements Command {
    private static final long MOST_BYTES = 1 << 20;
    private static final Set<Path> RUNNING = ConcurrentHashMap.newKeySet();

    @Parameter(description = "FILE", converter = WordValue.class)
    private List<Word> words = new ArrayList<>();

    private final LineInterpreter interpreter;

    SourceCommand(LineInterpreter interpreter) {
        this.interpreter = interpreter;
    }

    @Override
    public Reply run(Session session, Job job) throws IOException {
        String name = One.exactly("source", words, "FILE").text();
        Path file = session.files().plain("source", name, MOST_BYTES);
        if (!RUNNING.add(file)) {
            throw new BadFileException(
                    "source: " + SafeText.quote(name) + ": runs already; a file must not run itself");
        }
        try (InputStream in = Files.newInputStream(file)) {
            Script script = new Script(interpreter, name, job.voice());
            int status = script.run(new BoundedLines(in), line -> whileRunning(job, line));
            return Reply.of(List.of(), null, status);
        } finally {
            RUNNING.remove(file);
        }
    }

    /** Ctrl-C ends the command at work, and the script behind it. */
    private static boolean whileRunning(Job job, Job line) throws IOException {
        return job.whileWaiting(line::cancel, () -> {
            if (job.cancelled()) {
                line.cancel();
            }
            return !job.cancelled();
        });
    }
}
