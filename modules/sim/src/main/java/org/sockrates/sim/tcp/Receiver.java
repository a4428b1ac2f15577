package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;

/**
 * Puts together what arrives, in whatever order, and keeps it until it is read; says how much room there is. The right edge
 * of the window never moves back (RFC 9293 §3.8.6), nor by small steps (§3.8.6.2.2).
 */
final class Receiver {
    private static final int MOST_UNSCALED = 0xffff;
    private static final int MOST_SCALE = 14;

    private final int bufferBytes;
    private final int segmentBytes;
    private final int ownScale;
    private final ByteRing ring;
    private final Ranges behindGap = new Ranges();
    private int scale;
    private int next;
    private int readFrom;
    private int edge;
    private int toldBytes;
    private int acknowledgedUpTo;
    private boolean finKnown;
    private int fin;
    private boolean finished;

    /** What a segment was for the stream. */
    enum News {
        /** Everything in it was there. */
        OLD,
        /** It went on where the stream had ended. */
        NEXT,
        /** It went on there, and filled a gap. */
        FILLED,
        /** It lies behind a gap. */
        BEHIND_GAP
    }

    Receiver(int bufferBytes, int segmentBytes) {
        this.bufferBytes = bufferBytes;
        this.segmentBytes = segmentBytes;
        int shift = 0;
        while (bufferBytes >>> shift > MOST_UNSCALED && shift < MOST_SCALE) {
            shift++;
        }
        ownScale = shift;
        ring = new ByteRing(bufferBytes + (1 << shift));
    }

    /** By how many bits this end's windows are shifted, if the other end does so, too. */
    int ownScale() {
        return ownScale;
    }

    /**
     * The other end's SYN has come.
     *
     * @param firstByte the number of the first byte
     */
    void begin(int firstByte, boolean scaled) {
        scale = scaled ? ownScale : 0;
        next = firstByte;
        readFrom = firstByte;
        acknowledgedUpTo = firstByte;
        edge = firstByte + Math.min(bufferBytes, MOST_UNSCALED);
    }

    /** Whether a segment lies in the window, its edges included (RFC 9293 §3.10.7.4, somewhat wider, as Linux has it). */
    boolean accepts(int sequence, int length) {
        return !SequenceNumber.before(sequence + length, acknowledgedUpTo) && !SequenceNumber.after(sequence, edge);
    }

    /** Takes what is new in a segment and lies in the window. */
    News take(Segment segment) {
        int sequence = segment.sequence();
        int end = sequence + segment.payloadBytes();
        if (segment.has(Segment.FIN) && !finKnown && !SequenceNumber.after(end, edge)) {
            finKnown = true;
            fin = end;
        }
        int from = SequenceNumber.later(sequence, next);
        int to = earlier(earlier(end, edge), finKnown ? fin : end);
        if (!SequenceNumber.after(to, from)) {
            return reachFin() ? News.NEXT : News.OLD;
        }
        ring.hold(readFrom, to - readFrom);
        ring.put(from, segment.payload(from - sequence, to - from), to - from);
        if (SequenceNumber.after(from, next)) {
            behindGap.add(from, to);
            return News.BEHIND_GAP;
        }
        boolean gap = !behindGap.isEmpty();
        next = behindGap.passed(to);
        reachFin();
        return gap ? News.FILLED : News.NEXT;
    }

    private static int earlier(int one, int other) {
        return SequenceNumber.before(one, other) ? one : other;
    }

    private boolean reachFin() {
        if (!finKnown || finished || next != fin) {
            return false;
        }
        finished = true;
        next++;
        return true;
    }

    /** What is acknowledged: the first number that is missing. */
    int next() {
        return next;
    }

    /** Whether the other end's FIN, and everything before it, has come. */
    boolean isFinished() {
        return finished;
    }

    int available() {
        return next - readFrom - (finished ? 1 : 0);
    }

    int read(ByteBuffer into) {
        int length = Math.min(into.remaining(), available());
        ring.get(readFrom, into, length);
        readFrom += length;
        return length;
    }

    /** Bytes the other end has not been told of. */
    int unacknowledged() {
        return next - acknowledgedUpTo;
    }

    /** How much is left of the window that the other end knows of. */
    int window() {
        return Math.max(0, edge - next);
    }

    /** Whether reading has made so much room that the other end should be told. */
    boolean hasMuchMoreRoom() {
        return wishedEdge() - next >= Math.max(2 * window(), step());
    }

    /** Whether an acknowledgement that is sent now would leave the other end as much room as the last one did. */
    boolean keepsUp() {
        return wishedEdge() - next >= toldBytes;
    }

    /** What lies behind a gap takes room, as in Linux; what it took the other end is not told, since the edge stays. */
    private int wishedEdge() {
        return readFrom + bufferBytes - behindGap.total();
    }

    private int step() {
        return Math.min(bufferBytes / 2, segmentBytes);
    }

    /** The window's field of a SYN, which is never scaled (RFC 7323 §2.2). */
    int tellWithSyn() {
        return Math.min(bufferBytes, MOST_UNSCALED);
    }

    /** The window's field of a segment that is sent now, and that acknowledges what has come. */
    int tell() {
        acknowledgedUpTo = next;
        int most = next + (MOST_UNSCALED << scale);
        int wished = earlier(wishedEdge(), most);
        if (wished - edge >= step()) {
            edge = wished;
        }
        int field = Math.min((window() + (1 << scale) - 1) >>> scale, MOST_UNSCALED);
        edge = SequenceNumber.later(edge, next + (field << scale));
        toldBytes = field << scale;
        return field;
    }
}
