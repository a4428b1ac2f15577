package org.sockrates.sim.path;

import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Somebody in a {@link World}: a thread, and what it waits for. */
final class Actor {
    private static final long NEVER = Long.MAX_VALUE;

    private final World world;
    private final Thread thread;
    private final Semaphore turn = new Semaphore(0);
    private boolean waiting;
    private boolean gone;
    private long deadlineNanos = NEVER;
    private long alarmNanos = NEVER;

    /** @param body makes the thread that it is */
    Actor(World world, Function<Actor, Thread> body) {
        this.world = world;
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
        deadlineNanos = untilNanos;
        setAlarm(untilNanos);
        try {
            world.turnOver(this);
        } finally {
            waiting = false;
        }
    }

    /** Whether it was waiting, and is ready now. */
    boolean wake() {
        boolean waited = waiting;
        waiting = false;
        if (waited) {
            world.isReady(this);
        }
        return waited;
    }

    /** One alarm serves many waits: most end early, and the alarm of one is put off to the next one's time. */
    private void setAlarm(long nanos) {
        if (nanos < alarmNanos) {
            alarmNanos = nanos;
            world.at(nanos, () -> alarm(nanos));
        }
    }

    private void alarm(long nanos) {
        if (nanos != alarmNanos) {
            return;
        }
        alarmNanos = NEVER;
        if (waiting && deadlineNanos <= world.nowNanos()) {
            wake();
        } else if (waiting) {
            setAlarm(deadlineNanos);
        }
    }
}
