package org.sockrates.sim.tcp;

import org.sockrates.transport.rdt.Line;

/**
 * When to acknowledge (RFC 9293 §3.8.6.3), as Linux does: at once for the first segments, then every second full one, or
 * later: after 40 ms at first, and longer each time that was in vain, up to a round trip, and 200 ms at most; at once for
 * what is out of order. An acknowledgement that would offer less room than the last waits until the program has read, so
 * that a whole burst may be acknowledged once. Who answers before it is due is in a conversation: its acknowledgements ride
 * on its answers.
 */
final class Acknowledgements {
    private static final long LEAST_DELAY_NANOS = 40_000_000L;
    private static final long MOST_DELAY_NANOS = 200_000_000L;
    private static final int MOST_QUICK = 16;
    private static final int LEAST_FULL_BYTES = 536;

    private final Receiver receiver;
    private boolean begun;
    private int quick;
    private boolean scheduled;
    private boolean atOnce;
    /** Since the last acknowledgement, short segments came that were pushed: each the end of what a program sent. */
    private int shortEnds;

    private boolean conversing;
    private int fullBytes = LEAST_FULL_BYTES;
    private long estimateNanos = LEAST_DELAY_NANOS;
    private long lastCameNanos;
    private long dueNanos = Line.NEVER;

    Acknowledgements(Receiver receiver) {
        this.receiver = receiver;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** Data came that was next in order, or fills a gap. */
    void data(int bytes, boolean pushed, boolean fills, long silenceNanos, long nowNanos) {
        measure(bytes, pushed);
        scheduled = true;
        atOnce |= fills;
        if (!begun) {
            begun = true;
            hurry();
            estimateNanos = LEAST_DELAY_NANOS;
        } else {
            long gap = nowNanos - lastCameNanos;
            if (gap <= LEAST_DELAY_NANOS / 2) {
                estimateNanos = estimateNanos / 2 + LEAST_DELAY_NANOS / 2;
            } else if (gap < estimateNanos) {
                estimateNanos = Math.min(estimateNanos / 2 + gap, silenceNanos);
            } else if (gap > silenceNanos) {
                hurry(); // the other end may have begun anew, with a small window
            }
        }
        lastCameNanos = nowNanos;
    }

    private void measure(int bytes, boolean pushed) {
        if (bytes >= fullBytes) {
            fullBytes = bytes;
        } else if (pushed) {
            shortEnds++;
        }
    }

    private void hurry() {
        quick = Math.max(quick, Math.min(Math.max(receiver.window() / (2 * fullBytes), 2), MOST_QUICK));
    }

    /** Something came that the other end must hear of at once: a segment out of order, or one that had come before. */
    void outOfOrder(boolean repeated) {
        scheduled = true;
        atOnce = true;
        if (repeated) {
            conversing = false;
            hurry();
            estimateNanos = LEAST_DELAY_NANOS;
        }
    }

    /** A FIN, or whatever else is answered at once. */
    void now() {
        scheduled = true;
        atOnce = true;
    }

    /** Whether one is to be sent now. */
    boolean isDue(long nowNanos) {
        boolean second = receiver.unacknowledged() > fullBytes && receiver.keepsUp();
        return scheduled && (atOnce || second || (quick > 0 && !conversing) || nowNanos >= dueNanos);
    }

    /** It need not be sent now: it is due later, where there is something to acknowledge. */
    void delay(long roundTripNanos, long nowNanos) {
        if (scheduled) {
            long most = Math.min(Math.max(roundTripNanos, LEAST_DELAY_NANOS), MOST_DELAY_NANOS);
            dueNanos = Math.min(dueNanos, nowNanos + Math.min(estimateNanos, most));
        }
    }

    /** The program has read: whether the other end should be told now. */
    boolean isDueAfterReading() {
        boolean answered = shortEnds > (conversing ? 1 : 0);
        boolean allRead = receiver.available() == 0;
        return (scheduled && (receiver.unacknowledged() > fullBytes || (answered && allRead)))
                || receiver.hasMuchMoreRoom();
    }

    /** The delay was up. */
    void expired(long timeoutNanos) {
        if (conversing) {
            conversing = false;
            estimateNanos = LEAST_DELAY_NANOS;
        } else {
            estimateNanos = Math.min(estimateNanos * 2, timeoutNanos);
        }
    }

    /** One was sent, alone or with data. */
    void sent() {
        if (scheduled && quick > 0) {
            quick--;
        }
        scheduled = false;
        atOnce = false;
        shortEnds = 0;
        dueNanos = Line.NEVER;
    }

    /** This end sends data of its own. */
    void answering(long nowNanos) {
        conversing |= begun && nowNanos - lastCameNanos < estimateNanos;
    }
}
