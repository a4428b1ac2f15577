package org.sockrates.sim.check;

import org.sockrates.transport.rdt.RetransmissionTimeout;

/** A timeout that tells what it is told. */
final class WatchedTimeout implements RetransmissionTimeout {
    private final RetransmissionTimeout timeout;
    private int expired;
    private int measured;
    private long roundTripNanos;

    WatchedTimeout(RetransmissionTimeout timeout) {
        this.timeout = timeout;
    }

    /** Forgets what it was told before this call. */
    void call() {
        expired = 0;
        measured = 0;
    }

    @Override
    public long nanos() {
        return timeout.nanos();
    }

    @Override
    public void measured(long nanos) {
        measured++;
        roundTripNanos = nanos;
        timeout.measured(nanos);
    }

    @Override
    public void progressed(long atMostNanos) {
        timeout.progressed(atMostNanos);
    }

    @Override
    public void expired() {
        expired++;
        timeout.expired();
    }

    /** How often it was told in this call that the time is up. */
    int timesExpired() {
        return expired;
    }

    /** How many round trips it was told in this call. */
    int timesMeasured() {
        return measured;
    }

    /** The last of them. */
    long roundTripNanos() {
        return roundTripNanos;
    }
}
