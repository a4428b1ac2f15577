package org.sockrates.capture;

/** A time, and an order for what happened at the same time. */
record Moment(long nanos, long order) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
        return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(order, other.order);
    }
}
