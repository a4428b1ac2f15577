package org.sockrates.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.sockrates.shell.command.BoundedLines;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.editor.Editor;
import org.sockrates.shell.editor.Terminals;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.SessionFiles;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;

/**
 * The program behind {@code sockrates}: without words the shell, with words one command, and from a pipe a script. It ends
 * with a status, never with {@code System.exit}.
 */
public final class Program {
    private static final Duration PERSON_TIMEOUT = Duration.ofSeconds(30);

    private final Kit kit;
    private final Streams streams;

    public Program(Kit kit, Streams streams) {
        this.kit = kit;
        this.streams = streams;
    }

    /** Runs to the end and says how it went, as {@link ExitStatus} has it. Whether all of it was written it does not look. */
    public int run(String[] words) {
        int status;
        Voice voice = new PipeVoice(streams, kit.interactive());
        try {
            StartWords start = StartWords.of(words);
            if (start.onWire() && !kit.wire().inside()) {
                kit.wire().enter(List.of(words));
            }
            if (!start.command().isEmpty() && !begins(start)) {
                status = arguments(start, voice);
            } else {
                status = kit.interactive() ? editor(start) : script(start, voice);
            }
        } catch (UsageException | IOException failure) {
            voice.trouble(Failure.text(failure));
            status = Failure.status(failure);
        }
        streams.out().flush();
        streams.err().flush();
        return status;
    }

    /** A lab that is begun wants to be gone on with: at a terminal, that is the shell's work. */
    private boolean begins(StartWords start) {
        return kit.interactive() && start.beginsLab();
    }

    private static List<Word> line(StartWords start) {
        List<Word> line = new ArrayList<>();
        for (String word : start.command()) {
            line.add(Word.argument(line.size() + 1, word));
        }
        return line;
    }

    private int arguments(StartWords start, Voice voice) throws IOException {
        LineInterpreter interpreter = open(start);
        try (Session closing = interpreter.session()) {
            return new OneShot(interpreter, voice).run(line(start));
        }
    }

    private int editor(StartWords start) throws IOException {
        LineInterpreter interpreter = open(start);
        interpreter.session().defaults().timeout(PERSON_TIMEOUT);
        int status;
        try (Terminal terminal = Terminals.open();
                Session closing = interpreter.session()) {
            interpreter.session().place().ready();
            status = new Editor(interpreter, terminal, kit.environment()).run(line(start), !start.again());
        }
        Optional<List<String>> successor = interpreter.successor();
        if (successor.isPresent()) {
            streams.out().flush();
            kit.wire()
                    .enter(Stream.concat(Stream.of(StartWords.AGAIN), successor.get().stream())
                            .toList());
        }
        return status;
    }

    private int script(StartWords start, Voice voice) throws IOException {
        LineInterpreter interpreter = open(start);
        try (Session closing = interpreter.session()) {
            return new Piped(interpreter, voice).run(new BoundedLines(streams.in()));
        }
    }

    private LineInterpreter open(StartWords start) {
        return new Sessions(kit).open(SessionFiles.anywhere(kit.folder()), start.onWire());
    }
}
