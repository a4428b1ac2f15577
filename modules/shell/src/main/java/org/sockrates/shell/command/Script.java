package org.sockrates.shell.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.BadFileException;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.Foreground;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.Origin;
import org.sockrates.shell.job.Voice;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/** Runs the lines of a file or a pipe, one after the other, each to its end. As in sh, a failure does not stop it. */
public final class Script {
    /** The longest file of commands, in bytes. */
    public static final int MOST_BYTES = 1 << 20;

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

    /** Who watches the lines of a script, one after the other, and may end one. */
    public interface Watcher {
        /** Told of a line before it is started. */
        default void reads(String line) {}

        /** Watches a line to its end, or until it is left to itself; false when the script is to end behind it. */
        boolean watch(LineInterpreter.Started line, Foreground foreground) throws IOException;
    }

    /** Runs all lines, or up to {@code exit}, for a job: it ends with that job, and the line at work first. */
    public int run(BoundedLines lines, Job asking) throws IOException {
        return run(
                lines,
                (line, foreground) -> asking.whileWaiting(line.job()::cancel, () -> {
                    foreground.watch(line.job(), line.background());
                    return !asking.cancelled();
                }));
    }

    /**
     * Runs all lines, or up to {@code exit}.
     *
     * @return the status of the last line that did something
     */
    public int run(BoundedLines lines, Watcher watcher) throws IOException {
        Foreground foreground = Foreground.toTheEnd(interpreter.session().jobs());
        int status = ExitStatus.OK;
        int number = 0;
        while (!interpreter.leaving()) { // asked before a line is read: whoever writes them may wait for our end
            String line = next(lines);
            if (line == null) {
                return status;
            }
            String where = name + ":" + ++number + ": ";
            Voice here = Voice.of(voice::result, trouble -> voice.trouble(where + trouble), voice::news);
            watcher.reads(line);
            try {
                LineInterpreter.Started started = interpreter.start(line, origin, here);
                if (started != null) {
                    boolean on = watcher.watch(started, foreground);
                    status = started.job().status();
                    if (!on) {
                        return status;
                    }
                    interpreter.session().traces().settle(); // a line's trace stands before the next line's result
                }
            } catch (UsageException misspelt) {
                here.trouble(Failure.text(misspelt));
                status = ExitStatus.USAGE;
            }
        }
        return status;
    }

    private @Nullable String next(BoundedLines lines) throws BadFileException {
        try {
            return lines.next();
        } catch (IOException unreadable) {
            throw new BadFileException(name + ": " + Failure.text(unreadable));
        }
    }
}
