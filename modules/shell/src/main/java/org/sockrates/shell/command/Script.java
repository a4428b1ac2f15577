package org.sockrates.shell.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Patience;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/** Runs the lines of a file or a pipe, one after the other, each to its end. As in sh, a failure does not stop it. */
public final class Script {
    private final LineInterpreter interpreter;
    private final String name;
    private final Origin origin;
    private final Voice voice;

    /**
     * A script that is about to run.
     *
     * @param name of the file, for messages
     * @param origin whose lines they are
     */
    public Script(LineInterpreter interpreter, String name, Origin origin, Voice voice) {
        this.interpreter = interpreter;
        this.name = SafeText.escape(name);
        this.origin = origin;
        this.voice = voice;
    }

    /**
     * Runs all lines, or up to {@code exit}.
     *
     * @param asking the job that runs the script, which ends with it, and the line at work first; null where none does
     * @return the status of the last line that did something
     */
    public int run(BoundedLines lines, @Nullable Job asking) throws IOException {
        int status = ExitStatus.OK;
        int number = 0;
        for (String line = lines.next(); line != null && !interpreter.leaving(); line = lines.next()) {
            number++;
            try {
                LineInterpreter.Started started = interpreter.start(line, origin, voice);
                if (started != null) {
                    status = watched(started, asking) ? started.job().status() : ExitStatus.OK;
                }
            } catch (UsageException misspelt) {
                voice.trouble(name + ":" + number + ": " + Failure.text(misspelt));
                status = ExitStatus.USAGE;
            }
            if (asking != null && asking.cancelled()) {
                return status;
            }
        }
        return status;
    }

    private boolean watched(LineInterpreter.Started started, @Nullable Job asking) throws IOException {
        Patience patience = Patience.toTheEnd(interpreter.session().jobs());
        Job line = started.job();
        if (asking == null) {
            return patience.watch(line, started.background());
        }
        return asking.whileWaiting(line::cancel, () -> {
            if (asking.cancelled()) {
                line.cancel();
            }
            return patience.watch(line, started.background());
        });
    }
}
