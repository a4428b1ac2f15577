package org.sockrates.transport.rdt.socket;

import org.sockrates.transport.Call;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Waiting;

/** The wait inside a call, for one socket and one direction. */
public final class Turn {
    private final Deadline deadline;
    private volatile boolean woken;

    /** By this clock. */
    public Turn(NanoClock clock) {
        deadline = new Deadline(clock);
    }

    /** Begins a call: its time runs from now on, and a wake-up meant for an earlier one is forgotten. */
    public void begin(Waiting asked) {
        woken = false;
        deadline.begin(asked);
    }

    /**
     * Returns when more has happened than was seen, or may have: the caller looks again.
     *
     * @throws SocketCallException {@link Errno#EAGAIN} at the end of the call's time, {@link Errno#EINTR} when woken or the
     *     thread is interrupted
     */
    public void await(Call call, Turnstile turnstile, long seen) throws SocketCallException {
        boolean heeds = !(deadline.how() instanceof Waiting.Unlimited);
        if (heeds && woken) {
            throw new SocketCallException(call, Errno.EINTR);
        }
        long leftNanos = deadline.leftNanos();
        if (leftNanos <= 0) {
            throw new SocketCallException(call, Errno.EAGAIN);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new SocketCallException(call, Errno.EINTR);
        }
        if (deadline.how() instanceof Waiting.Spinning) {
            turnstile.spin(seen);
        } else {
            turnstile.await(seen, leftNanos);
        }
    }

    /** Ends the wait under way, if there is one, once its turnstile advances. */
    public void wake() {
        woken = true;
    }
}
