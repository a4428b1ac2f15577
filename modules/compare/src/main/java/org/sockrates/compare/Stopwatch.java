package org.sockrates.compare;

import java.time.Duration;
import org.sockrates.transport.NanoClock;

/**
 * How much time has passed since something began.
 *
 * @param begunNanos when, by the clock
 */
public record Stopwatch(NanoClock clock, long begunNanos) {
    /** Begins now. */
    public static Stopwatch start(NanoClock clock) {
        return new Stopwatch(clock, clock.nanoTime());
    }

    /** How long ago it began. */
    public long nanos() {
        return clock.nanoTime() - begunNanos;
    }

    /** The same in milliseconds. */
    public double millis() {
        return nanos() / 1e6;
    }

    /** Whether it began less than so long ago. */
    public boolean isWithin(Duration limit) {
        return nanos() < limit.toNanos();
    }
}
