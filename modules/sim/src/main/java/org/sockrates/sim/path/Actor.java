package org.sockrates.sim.path;

import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.sockrates.sim.Alarm;

/** Somebody in a {@link World}: a thread, and what it waits for. */
final class Actor {
    private final World world;
    private final Thread thread;
    private final Semaphore turn = new Semaphore(0);
    /** One serves many waits: most end early, and it is put off to the next one's time. */
    private final Alarm alarm;

    private boolean waiting;
    private boolean gone;

    /** @param body makes the thread that it is */
    Actor(World world, Function<Actor, Thread> body) {
        this.world = world;
        alarm = world.alarm(this::wake);
        thread = body.apply(this);
    }

    void begin() {
        thread.start();
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    void goOn() {
        turn.release();
    }

    void awaitTurn() {
        turn.acquireUninterruptibly();
    }

    /** It will not run again, whatever it was to be woken for. */
    void go() {
        gone = true;
    }

    boolean isGone() {
        return gone;
    }

    /** Waits until {@link #wake}, or until the time is over; this is the running actor. */
    void await(long untilNanos) {
        waiting = true;
        alarm.at(untilNanos);
        try {
            world.turnOver(this);
        } finally {
            waiting = false;
        }
    }

    /** If it is waiting, it is ready now. */
    void wake() {
        if (waiting) {
            waiting = false;
            alarm.at(Long.MAX_VALUE);
            world.isReady(this);
        }
    }
}
