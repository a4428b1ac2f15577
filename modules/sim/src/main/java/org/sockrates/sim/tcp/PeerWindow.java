package org.sockrates.sim.tcp;

/** How much the other end can take, as it said last (RFC 9293 §3.10.7.4, RFC 7323 §2). */
final class PeerWindow {
    private int scale;
    private int bytes;
    private int largest;
    private int edge;
    private int sequenceOfLast;
    private int acknowledgementOfLast;

    /** From the other end's SYN, whose window is never scaled. */
    void begin(Segment syn, boolean scaled, int una) {
        scale = scaled ? syn.windowScale() : 0;
        sequenceOfLast = syn.sequence();
        acknowledgementOfLast = una;
        take(syn.window(), una);
    }

    /** Answers whether the segment brought news of it; older ones than the last do not count. */
    boolean update(Segment segment) {
        int sequence = segment.sequence();
        int acknowledgement = segment.acknowledgement();
        boolean older = SequenceNumber.before(sequence, sequenceOfLast)
                || (sequence == sequenceOfLast && SequenceNumber.before(acknowledgement, acknowledgementOfLast));
        if (older) {
            return false;
        }
        sequenceOfLast = sequence;
        acknowledgementOfLast = acknowledgement;
        int was = bytes;
        take(segment.window() << scale, acknowledgement);
        return bytes != was;
    }

    private void take(int window, int acknowledgement) {
        bytes = window;
        largest = Math.max(largest, window);
        edge = acknowledgement + window;
    }

    /** How many bytes from a number on it takes; none where the number lies beyond. */
    int room(int next) {
        return Math.max(0, edge - next);
    }

    /** The most it ever offered. */
    int largest() {
        return largest;
    }
}
