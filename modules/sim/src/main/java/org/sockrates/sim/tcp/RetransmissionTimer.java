package org.sockrates.sim.tcp;

import org.sockrates.transport.rdt.AdaptiveTimeout;
import org.sockrates.transport.rdt.Line;

/**
 * The one timer of a sender (RFC 6298 §5): for the first segment outstanding, or, where there is none and the other end has
 * no room, for the next probe. The least timeout is Linux': 200 ms more than the round trip.
 */
final class RetransmissionTimer {
    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long WITHOUT_SAMPLE_NANOS = 3_000_000_000L;
    private static final long LEAST_NANOS = 200_000_000L;
    private static final long MOST_NANOS = 120_000_000_000L;

    private AdaptiveTimeout timeout = beginningWith(FIRST_NANOS);
    private long dueNanos = Line.NEVER;
    private boolean probing;
    private int probes;
    private int retries;

    /** Linux takes four variations for 200 ms at least; as the granularity of RFC 6298 §2.3 that is the same sum. */
    private static AdaptiveTimeout beginningWith(long nanos) {
        return new AdaptiveTimeout(nanos, LEAST_NANOS, MOST_NANOS, LEAST_NANOS);
    }

    long dueNanos() {
        return dueNanos;
    }

    long timeoutNanos() {
        return timeout.nanos();
    }

    /** The SYN had to be sent again, and nothing is known of the round trip (RFC 6298 §5.7). */
    void beginWithoutSample() {
        timeout = beginningWith(WITHOUT_SAMPLE_NANOS);
    }

    void measured(long roundTripNanos) {
        timeout.measured(roundTripNanos);
    }

    /** Runs from now on, for a retransmission. */
    void start(long nowNanos) {
        probing = false;
        probes = 0;
        dueNanos = nowNanos + timeout.nanos();
    }

    /** Runs, for a probe, unless it does already. */
    void startProbing(long nowNanos) {
        if (!probing) {
            probing = true;
            dueNanos = nowNanos + backedOff();
        }
    }

    private long backedOff() {
        return Math.min(MOST_NANOS, timeout.nanos() << Math.min(probes, 10));
    }

    /** A probe was sent. */
    void probed(long nowNanos) {
        probes++;
        retries++;
        dueNanos = nowNanos + backedOff();
    }

    boolean isProbing() {
        return probing;
    }

    void stop() {
        dueNanos = Line.NEVER;
        probing = false;
        probes = 0;
    }

    /** It was up, and something was sent again: twice as long (RFC 6298 §5.5). */
    void expired(long nowNanos) {
        retries++;
        timeout.expired();
        dueNanos = nowNanos + timeout.nanos();
    }

    /** The other end lives. */
    void heard() {
        retries = 0;
    }

    /** How often it was up since the other end was heard. */
    int retries() {
        return retries;
    }
}
