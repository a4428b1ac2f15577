package org.sockrates.sim.path;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.sockrates.link.Passage;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.text.DurationText;

/** An actor that somebody started, with its result. */
final class ActorThread<T> implements Passage.Actor<T> {
    private final String name;
    private final World world;
    private final WorldTurnstile end;
    private final FutureTask<T> task;

    private ActorThread(String name, World world, Callable<T> body) {
        this.name = name;
        this.world = world;
        task = new FutureTask<>(body);
        end = new WorldTurnstile(world);
    }

    /** Starts one: it runs when the others wait. */
    static <T> ActorThread<T> start(String name, World world, Callable<T> body) {
        ActorThread<T> actor = new ActorThread<>(name, world, body);
        world.enter(self -> {
            Thread thread = new Thread(() -> actor.live(self), "sim-" + name);
            thread.setDaemon(true);
            return thread;
        });
        return actor;
    }

    private void live(Actor self) {
        self.awaitTurn();
        if (!world.isEnding()) {
            task.run();
        }
        end.advance();
        world.leave(self);
    }

    @Override
    public T join(Duration limit) throws IOException {
        long deadline = world.nowNanos() + Deadline.nanos(limit);
        while (!task.isDone()) {
            long left = deadline - world.nowNanos();
            if (left <= 0) {
                throw new IOException(name + ": not at its end after " + DurationText.print(limit));
            }
            end.await(end.count(), left);
        }
        try {
            return task.get();
        } catch (ExecutionException thrown) {
            throw Passage.Actor.thrown(name, thrown);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(name + ": interrupted while waiting for its end", interrupted);
        }
    }
}
