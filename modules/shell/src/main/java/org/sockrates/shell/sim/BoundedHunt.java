package org.sockrates.shell.sim;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.sockrates.sim.check.Finding;

/**
 * A hunt in a thread of its own, given up when it makes no progress: a call of somebody's class may never return. It is
 * interrupted then, which ends a call that waits for something; one that goes round in circles ends with the process.
 */
final class BoundedHunt {
    private static final Duration LOOK = Duration.ofMillis(100);
    /** How long a call that heeds an interrupt may take to end. */
    private static final Duration ENDING = Duration.ofSeconds(1);

    private final Function<BooleanSupplier, Finding> hunt;
    private final LongSupplier progress;
    private final BooleanSupplier stopped;
    private final Duration most;
    private final Duration mostWhenStopped;
    private volatile boolean givenUp;

    /**
     * A hunt that may hang.
     *
     * @param hunt asks what it is handed whether it was given up, and ends then
     * @param progress goes up while the hunt goes on
     * @param stopped whether somebody wants it to end
     * @param most how long it may stand still, at least
     * @param mostWhenStopped the same for who wants to go, and waits only for the run that goes on
     */
    BoundedHunt(
            Function<BooleanSupplier, Finding> hunt,
            LongSupplier progress,
            BooleanSupplier stopped,
            Duration most,
            Duration mostWhenStopped) {
        this.hunt = hunt;
        this.progress = progress;
        this.stopped = stopped;
        this.most = most;
        this.mostWhenStopped = mostWhenStopped;
    }

    /**
     * Runs it.
     *
     * @param name of the class, whose call is to be named
     * @throws HungException when it stands still
     */
    Finding run(String name) throws HungException {
        FutureTask<Finding> task = new FutureTask<>(() -> hunt.apply(() -> givenUp));
        Thread thread = new Thread(task, "rdt check");
        thread.setDaemon(true);
        thread.start();
        try {
            return await(task, thread, name);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(asked);
        } finally {
            giveUp(thread);
        }
    }

    private void giveUp(Thread thread) {
        givenUp = true;
        thread.interrupt();
    }

    private Finding await(FutureTask<Finding> task, Thread thread, String name)
            throws HungException, ExecutionException, InterruptedException {
        long seen = -1;
        boolean hurries = false;
        Duration still = Duration.ZERO;
        while (still.isZero() || still.compareTo(hurries ? mostWhenStopped : most) < 0) {
            try {
                return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                long now = progress.getAsLong();
                boolean goesOn = now != seen || hurries != stopped.getAsBoolean();
                still = goesOn ? Duration.ZERO : still.plus(LOOK);
                seen = now;
                hurries = stopped.getAsBoolean();
            }
        }
        String where = where(thread, name);
        giveUp(thread);
        thread.join(ENDING.toMillis());
        throw new HungException(name, where, still, thread.isAlive());
    }

    private static String where(Thread thread, String name) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(name) || frame.getClassName().startsWith(name + "$")) {
                return frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "a call";
    }

    /** A call that did not return. */
    static final class HungException extends Exception {
        private static final long serialVersionUID = 1;

        private final String name;
        private final boolean goesOn;

        HungException(String name, String where, Duration still, boolean goesOn) {
            super(where + " has not returned for " + still.toSeconds() + " s");
            this.name = name;
            this.goesOn = goesOn;
        }

        /** Whether an interrupt did not end it either: it takes a processor's time until the process ends. */
        boolean goesOn() {
            return goesOn;
        }

        /** Whose it was: the class. */
        String name() {
            return name;
        }
    }
}
