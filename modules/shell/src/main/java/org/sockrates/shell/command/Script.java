package org.sockrates.shell.command;

import java.io.IOException;
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
    private final Voice voice;

    /**
     * A script that is about to run.
     *
     * @param name of the file, for messages
     */
    public Script(LineInterpreter interpreter, String name, Voice voice) {
        this.interpreter = interpreter;
        this.name = SafeText.escape(name);
        this.voice = voice;
    }

    /** Where a script tells which job of it is at work, so that somebody may end it. */
    public interface AtWork {
        /** False when the script is to end. */
        boolean on(Job job) throws IOException;
    }

    /**
     * Runs all lines, or up to {@code exit}.
     *
     * @return the status of the last line that did something
     */
    public int run(BoundedLines lines, AtWork atWork) throws IOException {
        Patience patience = Patience.toTheEnd(interpreter.session().jobs());
        int status = ExitStatus.OK;
        int number = 0;
        for (String line = lines.next(); line != null && !interpreter.leaving(); line = lines.next()) {
            number++;
            try {
                LineInterpreter.Started started = interpreter.start(line, Origin.SCRIPT, voice);
                if (started != null) {
                    boolean on = atWork.on(started.job());
                    status = patience.watch(started.job(), started.background())
                            ? started.job().status()
                            : 0;
                    if (!on) {
                        return status;
                    }
                }
            } catch (UsageException misspelt) {
                voice.trouble(name + ":" + number + ": " + Failure.text(misspelt));
                status = ExitStatus.USAGE;
            }
        }
        return status;
    }
}
