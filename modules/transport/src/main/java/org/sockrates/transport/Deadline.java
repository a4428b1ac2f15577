package org.sockrates.transport;

import java.time.Duration;

/** Until when one call may wait. For those who write a transport; one serves call after call, and makes no garbage. */
public final class Deadline {
    /** What is left of a wait without a limit. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A hundred years: nanoseconds in 63 bits end after 292, wherever the clock began. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final NanoClock clock;
    private Waiting how = Waiting.USUAL;
    private long endNanos;

    /** By this clock. */
    public Deadline(NanoClock clock) {
        this.clock = clock;
    }

    /** A call begins, and with it its time. */
    public void begin(Waiting asked) {
        how = asked;
        if (asked instanceof Waiting.AtMost most) {
            endNanos = after(most.limit());
        } else if (asked instanceof Waiting.Spinning spinning) {
            endNanos = after(spinning.limit());
        }
    }

    private long after(Duration limit) {
        return clock.nanoTime() + nanos(limit);
    }

    /** A duration in nanoseconds; a hundred years for one that is longer, so that it may be added to any clock's time. */
    public static long nanos(Duration limit) {
        return (limit.compareTo(LONGEST) > 0 ? LONGEST : limit).toNanos();
    }

    /** How the call waits. */
    public Waiting how() {
        return how;
    }

    /** How long it may still wait; not above 0 when its time is up, {@link #NEVER} where it has no limit. */
    public long leftNanos() {
        return how instanceof Waiting.Unlimited ? NEVER : endNanos - clock.nanoTime();
    }

    /**
     * How long a call that is one of several may wait, all of which have this time together.
     *
     * @throws SocketCallException {@link Errno#EAGAIN} when its time is up
     */
    public Waiting rest(Call call) throws SocketCallException {
        long left = leftNanos();
        if (left <= 0) {
            throw new SocketCallException(call, Errno.EAGAIN);
        }
        return left == NEVER ? how : Waiting.atMost(Duration.ofNanos(left));
    }
}
