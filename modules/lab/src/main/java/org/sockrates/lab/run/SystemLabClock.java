package org.sockrates.lab.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The machine's time. */
public final class SystemLabClock implements LabClock {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void sleep(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
