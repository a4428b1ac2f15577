package org.sockrates.shell.grade;

import java.io.IOException;
import java.time.Duration;
import org.sockrates.transport.SystemClock;

/** For how long a lab has waited for a program to come up: it is not the lab's time, also while it lasts. */
final class Waited {
    private long overNanos;
    private long sinceNanos;
    private boolean lasts;

    /** What is waited for. */
    @FunctionalInterface
    interface Wait {
        void run() throws IOException;
    }

    /** Waits; by one thread at a time. */
    void during(Wait wait) throws IOException {
        begin();
        try {
            wait.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        sinceNanos = SystemClock.INSTANCE.nanoTime();
        lasts = true;
    }

    private synchronized void end() {
        overNanos += SystemClock.INSTANCE.nanoTime() - sinceNanos;
        lasts = false;
    }

    synchronized Duration soFar() {
        return Duration.ofNanos(overNanos + (lasts ? SystemClock.INSTANCE.nanoTime() - sinceNanos : 0));
    }
}
