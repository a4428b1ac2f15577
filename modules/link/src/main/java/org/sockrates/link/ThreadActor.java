package org.sockrates.link;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.text.DurationText;

/** An actor that is a thread. */
final class ThreadActor<T> implements Passage.Actor<T> {
    private final String name;
    private final FutureTask<T> task;
    private final Thread thread;

    ThreadActor(String name, Callable<T> body) {
        this.name = name;
        task = new FutureTask<>(body);
        thread = new Thread(task, "sockrates-actor-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public T join(Duration limit) throws IOException {
        try {
            return task.get(Deadline.nanos(limit), TimeUnit.NANOSECONDS);
        } catch (ExecutionException thrown) {
            throw Passage.Actor.thrown(name, thrown);
        } catch (TimeoutException late) {
            throw new IOException(name + ": not at its end after " + DurationText.print(limit), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(name + ": interrupted while waiting for its end", interrupted);
        }
    }

    /** Waits for the end, whatever the result; an actor that does not end in time is interrupted and told of. */
    void end(Duration limit) throws IOException {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Deadline.nanos(limit));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            thread.interrupt();
            throw new IOException(name + ": did not end within " + DurationText.print(limit));
        }
    }
}
