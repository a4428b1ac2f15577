package org.sockrates.transport.serving;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A look at the peers ten times a second: a thread that sleeps in a system call cannot look at a clock itself. */
final class IdleWatch implements AutoCloseable {
    private final PeerTable peers;
    private final long idleNanos;
    private final CountDownLatch ended = new CountDownLatch(1);

    IdleWatch(PeerTable peers, Duration idleLimit) {
        this.peers = peers;
        this.idleNanos = idleLimit.toNanos();
        Thread thread = new Thread(null, this::watch, "idle-watch", 64 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!ended.await(PeerTable.ROUND.toNanos(), TimeUnit.NANOSECONDS)) {
                peers.tend(idleNanos);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
