package org.sockrates.compare.experiment;

import java.time.Duration;
import org.sockrates.transport.NanoClock;

/** The time that counts, after a warm-up that does not. */
record Window(NanoClock clock, long from, long to) {
    /** Begins when the warm-up ends. */
    static Window after(NanoClock clock, Duration warmUp, Duration measured) {
        return from(clock, clock.nanoTime() + warmUp.toNanos(), measured);
    }

    static Window from(NanoClock clock, long from, Duration measured) {
        return new Window(clock, from, from + measured.toNanos());
    }

    boolean contains(long nanos) {
        return nanos - from >= 0 && nanos - to < 0;
    }

    double bitsPerSecond(long bytes) {
        return perSecond(8.0 * bytes);
    }

    double perSecond(double number) {
        return number * 1e9 / (to - from);
    }
}
