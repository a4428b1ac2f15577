package org.sockrates.shell.grade;

import java.time.Duration;
import org.sockrates.transport.NanoClock;

/**
 * The time a client may take until it is met, whatever {@code set timeout} says. While a call waits for it, the lab's own time
 * does not run. Not how long the program may go on.
 */
final class Grace {
    private static final long STEP_NANOS = 100_000_000; // a hint tells what a call waited, in few digits

    private final NanoClock clock;
    private final Duration most;
    private long beganNanos;
    private boolean over = true;
    private int calls; // that wait for it now
    private long sinceNanos; // the first of them
    private long pardonedNanos; // by calls that are over

    /** @param most how long it may take, once it begins */
    Grace(NanoClock clock, Duration most) {
        this.clock = clock;
        this.most = most;
    }

    /** The program begins. */
    synchronized void begin() {
        beganNanos = clock.nanoTime();
        over = false;
    }

    /** What is left of it, in whole tenths of a second; zero where nothing is. */
    private Duration left() {
        long left = over ? 0 : most.toNanos() - (clock.nanoTime() - beganNanos);
        return Duration.ofNanos(Math.max(0, (left + STEP_NANOS - 1) / STEP_NANOS * STEP_NANOS));
    }

    /**
     * A call begins to wait for it.
     *
     * @return how long it may, zero where no time is left, so that the call is as any other
     */
    synchronized Duration await() {
        Duration left = left();
        if (!left.isZero() && calls++ == 0) {
            sinceNanos = clock.nanoTime();
        }
        return left;
    }

    /** A call that was given time has ended. */
    synchronized void end(boolean met) {
        pardonedNanos += --calls == 0 ? sinceFirst() : 0;
        over |= met;
    }

    /** For how long calls have waited for it so far: no longer than they were given. */
    synchronized Duration pardoned() {
        return Duration.ofNanos(pardonedNanos + (calls == 0 ? 0 : sinceFirst()));
    }

    private long sinceFirst() {
        long untilNanos = beganNanos + most.toNanos();
        return Math.max(0, Math.min(clock.nanoTime() - sinceNanos, untilNanos - sinceNanos));
    }
}
