package org.sockrates.shell;

import org.jline.utils.Signals;
import org.sockrates.shell.job.ExitStatus;

/**
 * What Ctrl-C and SIGTERM do to a process without a prompt: the first asks whatever is at work to end, so that what was
 * found so far is shown; the second ends the process on the spot.
 */
final class Interrupts {
    /** 128 and the number of SIGTERM, as every shell says it. */
    static final int TERMINATED = 143;

    private final Runnable ending;
    private volatile int status;

    Interrupts(Runnable ending) {
        this.ending = ending;
    }

    /** From now on. Costs some milliseconds, so a command that is over in no time does without. */
    void listen() {
        Signals.register("INT", () -> asked(ExitStatus.INTERRUPTED));
        Signals.register("TERM", () -> asked(TERMINATED));
    }

    /** From now on a signal ends the process, as before {@link #listen}. */
    void rest() {
        Signals.registerDefault("INT");
        Signals.registerDefault("TERM");
    }

    private void asked(int by) {
        rest();
        status = by;
        ending.run();
    }

    /** The status of the signal that came; 0 when none did. */
    int status() {
        return status;
    }
}
