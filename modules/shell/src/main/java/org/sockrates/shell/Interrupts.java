package org.sockrates.shell;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;
import org.sockrates.shell.job.ExitStatus;

/**
 * What Ctrl-C, SIGTERM and SIGHUP, of a terminal that was closed, do to a process without a prompt: the first asks whatever
 * is at work to end, so that what was found so far is shown; the second ends the process on the spot, and what it has
 * started.
 */
final class Interrupts {
    /** 128 and the number of SIGTERM, as every shell says it. */
    static final int TERMINATED = 143;

    private static final int HUNG_UP = 129;

    private final BooleanSupplier elsewhere;
    private final Runnable ending;
    private final CountDownLatch came = new CountDownLatch(1);
    private volatile int status;
    private final Map<String, Object> before = new HashMap<>();

    /** @param elsewhere whether a Ctrl-C is for another program, which has heard it too and has the terminal */
    Interrupts(BooleanSupplier elsewhere, Runnable ending) {
        this.elsewhere = elsewhere;
        this.ending = ending;
    }

    /**
     * From now on. Costs some milliseconds, so a command that is over in no time does without; and descriptors the first
     * time, so that where none is left a signal ends the process, as before.
     */
    void listen() {
        try {
            listen("INT", ExitStatus.INTERRUPTED);
            listen("TERM", TERMINATED);
            listen("HUP", HUNG_UP);
        } catch (LinkageError | InternalError full) {
            rest();
        }
    }

    private synchronized void listen(String signal, int by) {
        before.putIfAbsent(signal, Signals.register(signal, () -> asked(by)));
    }

    /** From now on a signal ends the process, as before {@link #listen}. */
    synchronized void rest() {
        before.forEach(Signals::unregister);
        before.clear();
    }

    private void asked(int by) {
        if (by == ExitStatus.INTERRUPTED && elsewhere.getAsBoolean()) {
            return;
        }
        rest();
        status = by;
        ending.run();
        came.countDown();
    }

    /** Waits for a signal so long, where nothing else is at work that it could end. */
    void await(Duration longest) {
        try {
            boolean heard = came.await(longest.toNanos(), TimeUnit.NANOSECONDS);
            assert heard || status == 0;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** The status of the signal that came; 0 when none did. */
    int status() {
        return status;
    }
}
