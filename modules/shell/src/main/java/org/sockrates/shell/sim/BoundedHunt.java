package org.sockrates.shell.sim;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.sockrates.sim.check.Finding;

/**
 * A hunt in a thread of its own, given up when it makes no progress: a call of somebody's class may never return. Nothing
 * ends such a thread but the end of the process.
 */
final class BoundedHunt {
    private final Callable<Finding> hunt;
    private final LongSupplier progress;
    private final Duration most;

    /**
     * A hunt that may hang.
     *
     * @param progress goes up while the hunt goes on
     * @param most how long it may stand still, at least
     */
    BoundedHunt(Callable<Finding> hunt, LongSupplier progress, Duration most) {
        this.hunt = hunt;
        this.progress = progress;
        this.most = most;
    }

    /**
     * Runs it.
     *
     * @param name of the class, whose call is to be named
     * @throws HungException when it stands still
     */
    Finding run(String name) throws HungException {
        FutureTask<Finding> task = new FutureTask<>(hunt);
        Thread thread = new Thread(task, "rdt check");
        thread.setDaemon(true);
        thread.start();
        long seen = -1;
        while (true) {
            try {
                return task.get(most.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException still) {
                long now = progress.getAsLong();
                if (now == seen) {
                    throw new HungException(where(thread, name), most);
                }
                seen = now;
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(asked);
            }
        }
    }

    private static String where(Thread thread, String name) {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().equals(name)) {
                return frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return "a call";
    }

    /** A call that did not return. */
    static final class HungException extends Exception {
        private static final long serialVersionUID = 1;

        HungException(String where, Duration most) {
            super(where + " has not returned for " + most.toSeconds() + " s");
        }
    }
}
