package org.sockrates.sim.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.Alarm;
import org.sockrates.sim.Timeline;

/**
 * Virtual time and the actors that live in it. One of them runs, the others wait for a time or for something to happen; the
 * one that begins to wait lets happen what is to happen, until somebody can go on. So nothing here is ever done by two
 * threads at once, and who is not one of the actors (somebody who interrupts) leaves a note, which the next one reads.
 */
final class World {
    /** 73 years, more virtual time than any experiment takes: whoever waits longer waits for nothing. */
    private static final long END_NANOS = Long.MAX_VALUE / 4;

    private final Timeline timeline = new Timeline();
    private final ArrayDeque<Actor> ready = new ArrayDeque<>();
    private final List<Actor> actors = new ArrayList<>();
    private final Queue<Runnable> notes = new ConcurrentLinkedQueue<>();
    private final Actor first;
    private @Nullable Throwable broken;
    private volatile Actor running;
    private volatile boolean ending;

    /** The world of the thread that makes it: its first actor. */
    World() {
        first = new Actor(this, self -> Thread.currentThread());
        running = first;
    }

    long nowNanos() {
        return timeline.nowNanos();
    }

    /** Lets something happen at a time; one that is past is now. */
    void at(long nanos, Runnable happening) {
        timeline.at(Math.max(nanos, timeline.nowNanos()), happening);
    }

    /** One that rings in this world's time. */
    Alarm alarm(Runnable rings) {
        return new Alarm(timeline, rings);
    }

    /** Does it now, or, called by a stranger, soon. */
    void does(Runnable deed) {
        if (running.isCurrent()) {
            deed.run();
        } else {
            notes.add(deed);
        }
    }

    /** The actor that runs. */
    Actor running() {
        return running;
    }

    boolean isEnding() {
        return ending;
    }

    /**
     * A new actor, which runs when the others wait; its thread is started here.
     *
     * @throws OutOfMemoryError when there is no thread for it; then there is no such actor
     */
    void enter(Function<Actor, Thread> body) {
        Actor actor = new Actor(this, body);
        actor.begin();
        actors.add(actor);
        ready.add(actor);
    }

    void isReady(Actor actor) {
        ready.add(actor);
    }

    /** The running actor is busy for so long. */
    void pass(long nanos) {
        if (!running.isCurrent()) {
            return;
        }
        readNotes();
        long end = timeline.nowNanos() + nanos;
        if (ready.isEmpty() && timeline.nextNanos() > end) {
            timeline.passUntil(end);
        } else {
            sleepUntil(end);
        }
    }

    /** The running actor waits for a time. */
    void sleepUntil(long nanos) {
        Actor me = running;
        at(nanos, () -> ready.add(me));
        turnOver(me);
    }

    /** The running actor waits until somebody has made it ready; one that is to end never waits. */
    void turnOver(Actor me) {
        endAtTheEnd(me);
        Actor next = next();
        if (next != me) {
            running = next;
            next.goOn();
            me.awaitTurn();
        }
        endAtTheEnd(me);
        if (me == first) {
            tellWhatBroke();
        }
    }

    private void endAtTheEnd(Actor me) {
        if (ending && me != first) {
            throw new ActorEnded();
        }
    }

    private void tellWhatBroke() {
        Throwable failure = broken;
        broken = null;
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException bug) {
            throw bug;
        }
    }

    /** The running actor is done, and never waits again. */
    void leave(Actor me) {
        me.go();
        actors.remove(me);
        Actor next = next();
        running = next;
        next.goOn();
    }

    /** Who goes on. Where what happens fails, that is the first, who is told, whoever's turn it was: it may have nobody else. */
    private Actor next() {
        try {
            return nextReady();
        } catch (RuntimeException | Error failure) {
            broken = failure;
            return first;
        }
    }

    /**
     * What happens at the same time happens first, as a program that a system wakes finds all that came in one burst. At the
     * end nothing happens any more.
     */
    private Actor nextReady() {
        while (true) {
            if (!ending) {
                readNotes();
                while (timeline.next(timeline.nowNanos())) {}
            }
            Actor next = ready.poll();
            if (next != null && !next.isGone()) {
                return next;
            }
            if (next == null && !timeline.next(END_NANOS)) {
                throw new IllegalStateException(
                        timeline.nextNanos() == Long.MAX_VALUE
                                ? "sim: everybody waits for somebody else (expected: a limit)"
                                : "sim: everybody waits for what comes after 73 years of virtual time (expected: less)");
            }
        }
    }

    private void readNotes() {
        for (Runnable note = notes.poll(); note != null; note = notes.poll()) {
            note.run();
        }
    }

    /** Ends every other actor where it waits; called by the first. */
    void end() {
        ending = true;
        for (Actor actor : List.copyOf(actors)) {
            if (!ready.contains(actor)) {
                ready.add(actor);
            }
        }
        Actor me = running;
        while (!actors.isEmpty()) {
            ready.add(me);
            turnOver(me);
        }
    }

    /** Thrown into an actor that still waits when its world ends. */
    static final class ActorEnded extends RuntimeException {
        private static final long serialVersionUID = 1;

        ActorEnded() {
            super("the passage is closed", null, false, false);
        }
    }
}
