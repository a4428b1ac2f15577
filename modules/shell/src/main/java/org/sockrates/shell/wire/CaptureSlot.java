package org.sockrates.shell.wire;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Attempt;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/** Room for one capture of a wire at a time. Any thread may ask. */
final class CaptureSlot {
    private @Nullable RunningCapture running;
    private boolean begins;
    private boolean closed;

    /** The capture that runs, if one does. */
    synchronized Optional<RunningCapture> running() {
        return Optional.ofNullable(running);
    }

    /**
     * Begins a capture.
     *
     * @throws UsageException when one runs already
     */
    void begin(Attempt<RunningCapture> beginning) throws IOException {
        claim();
        RunningCapture begun = null;
        try {
            begun = beginning.make(); // a file may keep it waiting, and nobody else
        } finally {
            fill(begun);
        }
    }

    private synchronized void claim() {
        if (running != null || begins) {
            throw new UsageException("capture: one runs already"
                    + (running == null ? "" : ", to " + SafeText.escape(running.name()))
                    + " (expected: one at a time); end it:  capture stop");
        }
        begins = true;
    }

    private synchronized void fill(@Nullable RunningCapture begun) {
        running = begun;
        begins = false;
        if (closed) {
            end();
        }
    }

    /** The capture that runs, if one does; it is the caller's to close. */
    synchronized Optional<RunningCapture> take() {
        RunningCapture taken = running;
        running = null;
        return Optional.ofNullable(taken);
    }

    private void end() {
        take().ifPresent(last -> Session.closeQuietly(last.capture()));
    }

    /** Ends the capture that runs, and one that is about to begin. */
    synchronized void close() {
        closed = true;
        end();
    }
}
