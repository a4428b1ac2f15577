package org.sockrates.capture.conversation;

/** A time, and an order for what happened at the same time. It is on the clock of the socket events, no time of day. */
public record Moment(long nanos, long order) implements Comparable<Moment> {
    /** Before all that happened. */
    public static final Moment EVER = new Moment(Long.MIN_VALUE, 0);

    private static final long BEHIND_ALL_CALLS = Long.MAX_VALUE / 2;

    /** At the same time as calls, and behind all of them. */
    public static Moment behindCalls(long nanos, long order) {
        return new Moment(nanos, BEHIND_ALL_CALLS + order);
    }

    @Override
    public int compareTo(Moment other) {
        return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(order, other.order);
    }
}
