package org.sockrates.shell;

import java.io.IOException;
import java.time.Duration;
import org.sockrates.shell.command.BoundedLines;
import org.sockrates.shell.command.LineInterpreter;
import org.sockrates.shell.command.LineInterpreter.Started;
import org.sockrates.shell.command.Script;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.shell.session.RecordedVoice;

/**
 * Runs the lines of a pipe. Ctrl-C and SIGTERM end the command at work, so that what it found so far is shown, and the
 * script behind it; while it waits for the next line they end the process.
 */
final class Piped implements Script.Watcher {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final LineInterpreter interpreter;
    private final RecordedVoice voice;
    private int interrupted;

    Piped(LineInterpreter interpreter, Voice voice) {
        this.interpreter = interpreter;
        this.voice = new RecordedVoice(interpreter.session(), voice);
    }

    /** Runs all lines; answers the status of the last, or of the signal that ended it. */
    int run(BoundedLines lines) throws IOException {
        int status = new Script(interpreter, "stdin", Origin.SCRIPT, voice).run(lines, this);
        return interrupted == 0 ? status : interrupted;
    }

    @Override
    public void reads(String line) {
        voice.typed(line);
    }

    @Override
    public boolean watch(Started started, Foreground foreground) {
        if (started.background() || started.job().await(SHORT)) { // most are over before listening would pay
            foreground.watch(started.job(), started.background());
            return true;
        }
        Interrupts interrupts = new Interrupts(() -> false, started.job()::cancel);
        interrupts.listen();
        foreground.watch(started.job(), false);
        interrupts.rest();
        interrupted = interrupts.status();
        return interrupted == 0;
    }
}
