package org.sockrates.transport.rdt.socket;

import java.time.Duration;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Waiting;

/** The wait inside a call, for one socket and one direction. */
public final class Turn {
    private static final long NEVER = Long.MAX_VALUE;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final NanoClock clock;
    private Waiting how = Waiting.USUAL;
    private long deadlineNanos;
    private volatile boolean woken;

    /** By this clock. */
    public Turn(NanoClock clock) {
        this.clock = clock;
    }

    /** Begins a call: its time runs from now on, and a wake-up meant for an earlier one is forgotten. */
    public void begin(Waiting asked) {
        how = asked;
        woken = false;
        if (asked instanceof Waiting.AtMost most) {
            deadlineNanos = after(most.limit());
        } else if (asked instanceof Waiting.Spinning spinning) {
            deadlineNanos = after(spinning.limit());
        } else {
            deadlineNanos = NEVER;
        }
    }

    private long after(Duration limit) {
        return clock.nanoTime() + (limit.compareTo(LONGEST) > 0 ? LONGEST : limit).toNanos();
    }

    /**
     * Returns when more has happened than was seen, or may have: the caller looks again.
     *
     * @throws SocketCallException {@link Errno#EAGAIN} at the end of the call's time, {@link Errno#EINTR} when woken
     */
    public void await(Call call, Turnstile turnstile, long seen) throws SocketCallException {
        boolean heeds = !(how instanceof Waiting.Unlimited);
        if ((heeds && woken) || Thread.currentThread().isInterrupted()) {
            throw new SocketCallException(call, Errno.EINTR);
        }
        long leftNanos = deadlineNanos == NEVER ? NEVER : deadlineNanos - clock.nanoTime();
        if (leftNanos <= 0) {
            throw new SocketCallException(call, Errno.EAGAIN);
        }
        if (how instanceof Waiting.Spinning) {
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
