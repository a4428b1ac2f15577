package org.sockrates.transport.serving;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sockrates.transport.Deadline;

/** The end of a server, which comes once, and wakes whoever pauses. */
public final class Closing {
    private final CountDownLatch come = new CountDownLatch(1);

    /** Whether it has come. */
    public boolean closed() {
        return come.getCount() == 0;
    }

    /** Waits, and says whether it came meanwhile. */
    public boolean closedWithin(Duration time) {
        try {
            return come.await(Deadline.nanos(time), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** It comes. */
    public void close() {
        come.countDown();
    }
}
