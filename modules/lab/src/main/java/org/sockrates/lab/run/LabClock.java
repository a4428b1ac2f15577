package org.sockrates.lab.run;

import java.time.Duration;

/** The time a runner lives in; a test's stands still until it sleeps. */
public interface LabClock {
    /** Nanoseconds from a fixed, arbitrary start; never goes back. */
    long nanoTime();

    /** Waits. May return early. */
    void sleep(Duration time);
}
