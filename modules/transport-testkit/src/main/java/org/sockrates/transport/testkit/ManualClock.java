package org.sockrates.transport.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.sockrates.transport.NanoClock;

/** A clock that stands still until it is turned. */
public final class ManualClock implements NanoClock {
    private final AtomicLong nanos;

    /** Begins at 0. */
    public ManualClock() {
        this(0);
    }

    public ManualClock(long startNanos) {
        this.nanos = new AtomicLong(startNanos);
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }

    /** Turns the clock on. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a clock does not go back: " + time);
        }
        nanos.addAndGet(time.toNanos());
    }
}
