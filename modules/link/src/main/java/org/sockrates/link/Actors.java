package org.sockrates.link;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.NanoClock;

/**
 * The actors of a passage in real time: each a thread that runs beside the experiment. For those who write a {@link Path};
 * experiments see {@link Passage} only. Every method may be called by any thread.
 */
public final class Actors {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final NanoClock clock;
    private final Duration closeLimit;
    private final List<ThreadActor<?>> actors = new ArrayList<>();
    private boolean ended;

    /** Nobody runs yet; ending waits for each at most ten seconds. */
    public Actors(NanoClock clock) {
        this(clock, CLOSE_LIMIT);
    }

    /** @param closeLimit how long ending waits for each actor */
    public Actors(NanoClock clock, Duration closeLimit) {
        this.clock = clock;
        this.closeLimit = closeLimit;
    }

    /**
     * Starts one.
     *
     * @throws IllegalStateException when they have ended
     */
    public synchronized <T> Passage.Actor<T> start(String name, Callable<T> body) {
        if (ended) {
            throw new IllegalStateException("the passage is closed");
        }
        ThreadActor<T> actor = new ThreadActor<>(name, body);
        actors.add(actor);
        return actor;
    }

    /** Waits, without an actor; an interrupted thread waits no longer. */
    public void sleep(Duration time) {
        long end = clock.nanoTime() + Deadline.nanos(time);
        for (long left = Deadline.nanos(time); left > 0 && !interrupted(); left = end - clock.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    /**
     * Closes what the passage has open, then waits for every actor. All of it is done, whatever fails.
     *
     * @throws IOException the first failure
     */
    public void endAfter(List<? extends AutoCloseable> open) throws IOException {
        List<AutoCloseable> all = new ArrayList<>(open);
        synchronized (this) {
            ended = true;
            actors.forEach(actor -> all.add(() -> actor.end(closeLimit)));
            actors.clear();
        }
        IOException failure = null;
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception notEnded) {
                failure = failure == null ? new IOException(notEnded.getMessage(), notEnded) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
