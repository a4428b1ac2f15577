package org.sockrates.transport.serving;

import java.time.Duration;
import org.sockrates.transport.Deadline;

/** A look at the peers ten times a second: a thread that sleeps in a system call cannot look at a clock itself. */
final class IdleWatch implements AutoCloseable {
    /** Enough for a look at a clock. */
    private static final long STACK_BYTES = 64 * 1024;

    private final PeerTable peers;
    private final long idleNanos;
    private final Closing ended = new Closing();

    IdleWatch(PeerTable peers, Duration idleLimit) {
        this.peers = peers;
        this.idleNanos = Deadline.nanos(idleLimit);
        Thread thread = new Thread(null, this::watch, "idle-watch", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        while (!ended.closedWithin(PeerTable.ROUND)) {
            peers.tend(idleNanos);
        }
    }

    @Override
    public void close() {
        ended.close();
    }
}
