package org.sockrates.shell.editor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.session.Defaults;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.RecordedVoice;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.text.Fold;
import org.sockrates.shell.words.Word;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.DurationText;

/**
 * Reads lines from a person and runs them. A call that waits is watched for a moment; then the prompt comes back, and the
 * end of the call is printed above it. Ctrl-C ends the call that is watched, or that was left last; where something is
 * typed, it clears the line. Ctrl-D leaves.
 */
public final class Editor {
    private static final String GREETING = "Sockrates: ask your sockets. Type help, labs, or exit.";

    /** How long a waiting call keeps the prompt away. */
    private static final Duration GRACE = Duration.ofMillis(300);

    private final LineInterpreter interpreter;
    private final Terminal terminal;
    private final LineReader reader;
    private final RecordedVoice voice;
    private final AtomicReference<@Nullable Job> watched = new AtomicReference<>();
    private @Nullable Job left;
    private boolean toldOfWaiting;
    private volatile boolean interrupted;

    /** @param environment the process's variables: NO_COLOR, HOME, XDG_STATE_HOME */
    public Editor(LineInterpreter interpreter, Terminal terminal, Map<String, String> environment) {
        this.interpreter = interpreter;
        this.terminal = terminal;
        Colours colours = Colours.of(terminal, environment);
        this.reader = Readers.open(interpreter, terminal, colours, environment);
        this.voice = new RecordedVoice(interpreter.session(), new TerminalVoice(terminal, reader, colours));
    }

    /**
     * Runs until the person leaves; answers the status of the last line.
     *
     * @param first what is done before anything is read; may be empty
     * @param greets whether the person is greeted; one who was at this terminal a moment ago is not
     */
    public int run(List<Word> first, boolean greets) throws IOException {
        interpreter.history(() -> Readers.history(reader));
        terminal.handle(Terminal.Signal.INT, signal -> interrupt());
        int status = ExitStatus.OK;
        if (greets) {
            voice.result(GREETING);
        }
        String place = interpreter.session().place().greeting();
        if (!place.isEmpty()) {
            voice.result(place);
        }
        if (!first.isEmpty()) {
            status = watched(() -> interpreter.start(first, false, Origin.PROMPT, voice), status);
        }
        while (!interpreter.leaving()) {
            try {
                interrupted = false;
                status = run(reader.readLine(defaults().prompt()), status);
            } catch (UserInterruptException pressed) {
                lineIsOver();
                interruptLeft(pressed.getPartialLine());
                status = ExitStatus.INTERRUPTED;
            } catch (EndOfFileException leaving) {
                lineIsOver();
                break;
            } catch (IllegalStateException closed) {
                if (isEnding()) {
                    return status;
                }
                throw closed;
            }
        }
        sayGoodbye();
        return status;
    }

    /** Whether this process is being ended, by a signal: the terminal is closed then, whoever reads from it. */
    private static boolean isEnding() {
        Thread late = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(late);
            Runtime.getRuntime().removeShutdownHook(late);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    /** A paste may bring several lines at once: each is a command. */
    private int run(String typed, int before) {
        int status = before;
        for (String line : typed.lines().toList()) {
            if (!interpreter.leaving() && !interrupted) {
                status = runOne(line, status);
            }
        }
        return status;
    }

    private int runOne(String line, int before) {
        voice.typed(line);
        return watched(() -> interpreter.start(line, Origin.PROMPT, voice), before);
    }

    private int watched(Supplier<LineInterpreter.@Nullable Started> starts, int before) {
        defaults().width(Terminals.columns(terminal));
        defaults().height(Terminals.rows(terminal));
        try {
            LineInterpreter.Started started = starts.get();
            return started == null ? before : watch(started);
        } catch (UsageException misspelt) {
            voice.trouble(Failure.text(misspelt));
            return ExitStatus.USAGE;
        }
    }

    private int watch(LineInterpreter.Started started) {
        Job job = started.job();
        Foreground foreground = Foreground.atMost(interpreter.session().jobs(), GRACE);
        watched.set(job);
        if (interrupted) {
            job.cancel();
        }
        try {
            if (foreground.watch(job, started.background())) {
                return job.status();
            }
            if (!started.background()) {
                left = job;
                tellOnce(job);
            }
            return ExitStatus.OK;
        } finally {
            watched.set(null);
        }
    }

    private void tellOnce(Job waiting) {
        if (!toldOfWaiting && waiting.unfinished() != null) {
            toldOfWaiting = true;
            voice.result("  it waits as job " + waiting.number() + ", "
                    + DurationText.print(defaults().timeout()) + " at most; go on typing, or end it with Ctrl-C");
        }
    }

    /** A dumb terminal stays behind what was typed. */
    private void lineIsOver() {
        if (terminal instanceof DumbTerminal) {
            terminal.writer().println();
        }
    }

    /** On the terminal's thread, perhaps just before the job is watched. */
    private void interrupt() {
        interrupted = true;
        Job job = watched.get();
        if (job != null) {
            terminal.writer().println();
            job.cancel();
        }
    }

    /** The person looks at an empty prompt and means the call that was typed before it. */
    private void interruptLeft(String typed) {
        Job job = left;
        if (job != null && typed.isBlank()) {
            left = null;
            job.cancel();
        }
    }

    private Defaults defaults() {
        return interpreter.session().defaults();
    }

    private void sayGoodbye() {
        Session session = interpreter.session();
        List<String> open =
                session.sockets().all().stream().map(OpenSocket::label).toList();
        List<String> jobs = session.jobs().all().stream().map(Job::line).toList();
        if (!open.isEmpty()) {
            Fold.hanging("closing ", String.join(", ", open)).forEach(voice::result);
        }
        if (!jobs.isEmpty()) {
            Fold.hanging("ending ", String.join(", ", jobs)).forEach(voice::result);
        }
    }
}
