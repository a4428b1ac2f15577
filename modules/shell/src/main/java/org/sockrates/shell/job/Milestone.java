package org.sockrates.shell.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What happens once, for those who wait for it. */
final class Milestone {
    private static final long AGAIN_NANOS = 50_000_000;

    private final CountDownLatch latch = new CountDownLatch(1);

    void reach() {
        latch.countDown();
    }

    boolean reached() {
        return latch.getCount() == 0;
    }

    /** Waits until it is reached, and again and again does something meanwhile. False when the time is over first. */
    boolean await(Duration most, Runnable meanwhile) {
        long deadline = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                if (latch.await(Math.min(left, AGAIN_NANOS), TimeUnit.NANOSECONDS)) {
                    return true;
                }
                meanwhile.run();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return reached();
    }
}
