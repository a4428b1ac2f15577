package org.sockrates.capture.analysis;

import java.util.Set;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;

/** What is remembered of one direction of a conversation. Numbers count from its first, as if they never wrapped. */
final class Half {
    private static final int SCALE_UNKNOWN = -1;
    private static final int NO_SCALE = -2;
    private static final int SCALE_CUT = -3;
    private static final int LARGEST_SCALE = 14;

    private final Unacked unacked = new Unacked();
    private boolean based;
    private long base;
    private boolean seen;
    private long next;
    private long nextNanos;
    private long contiguous;
    private boolean unseenAcknowledged;
    private long ack;
    private long ackNanos;
    private int dupAcks;
    private int timesAsked;
    private long lastNonDup;
    private int window = -1;
    private boolean windowOfSyn;
    private int scale = SCALE_UNKNOWN;
    private Set<Label> labels = Set.of();

    /** The same where some of what came next was not seen: its numbers count on; what it said last, nobody knows. */
    Half behindGap() {
        Half half = new Half();
        half.based = based;
        half.base = base;
        half.next = next;
        half.scale = scale;
        return half;
    }

    /** Whether its numbers have a first. */
    boolean based() {
        return based;
    }

    long base() {
        return base;
    }

    /** Says which number is to be 0, once. */
    void base(long number) {
        base = based ? base : number & 0xffff_ffffL;
        based = true;
    }

    /** A number of the header as it counts from the first, by the nearest place to what was sent last. */
    long relative(long raw) {
        return next + (int) (raw - base - next);
    }

    /** Whether anything was sent. */
    boolean seen() {
        return seen;
    }

    /** The first number behind everything that was sent. */
    long next() {
        return next;
    }

    /** When that was sent. */
    long nextNanos() {
        return nextNanos;
    }

    /** The first number behind everything that was sent without a gap. */
    long contiguous() {
        return contiguous;
    }

    /** What it acknowledged last; 0 where nothing. */
    long ack() {
        return ack;
    }

    long ackNanos() {
        return ackNanos;
    }

    /** How often it asked for what its last ACK names, whatever was acknowledged meanwhile. */
    int timesAsked() {
        return timesAsked;
    }

    /** The number of the segment that was the first to acknowledge it. */
    long lastNonDup() {
        return lastNonDup;
    }

    /** As written in its last segment; -1 before the first. */
    int window() {
        return window;
    }

    Unacked unacked() {
        return unacked;
    }

    /** Whether its last segment was judged so. */
    boolean lastWas(Label label) {
        return labels.contains(label);
    }

    /** Whether a SYN was seen that could have offered to scale its windows. */
    boolean scaleKnown() {
        return scale != SCALE_UNKNOWN;
    }

    /** Whether both SYNs were seen whole, or one that offered nothing: then there is no doubt what its windows mean. */
    boolean shiftKnown(Half other) {
        return scale == NO_SCALE || other.scale == NO_SCALE || (scale >= 0 && other.scale >= 0);
    }

    /** By how many bits its windows are shifted: only where both ends offered to (RFC 7323 §2.2). */
    int shift(Half other) {
        return scale >= 0 && other.scale >= 0 ? scale : 0;
    }

    /** What it has room for, by its last segment: the window of a SYN is never scaled (RFC 7323 §2.2). */
    long room(Half other) {
        return (long) window << (windowOfSyn ? 0 : shift(other));
    }

    void scale(Segment syn) {
        int without = syn.options().cut() ? SCALE_CUT : NO_SCALE;
        scale = Math.min(LARGEST_SCALE, syn.options().windowScale().orElse(without));
    }

    int anotherDupAck() {
        timesAsked++;
        return ++dupAcks;
    }

    void firstAck(long number) {
        lastNonDup = number;
        dupAcks = 0;
        timesAsked = 0;
        unseenAcknowledged = false;
    }

    /** Whether it has not repeated its last ACK, nor had more acknowledged since than was ever seen of it. */
    boolean saysNothingTwice() {
        return dupAcks == 0 && !unseenAcknowledged;
    }

    /** The other end acknowledged more than was ever seen: that is told, and what is repeated is counted anew. */
    void unseenAcknowledged() {
        unseenAcknowledged = true;
        dupAcks = 0;
    }

    /** The other end acknowledged what was not seen: it is there, seen or not. */
    void gapAcknowledged() {
        contiguous = next;
    }

    /** A probe of a closed window is remembered as sent, but is no progress: its byte may be thrown away. */
    void remember(Judged it) {
        boolean probe = it.is(Label.ZERO_WINDOW_PROBE);
        if (it.end() > it.sequence()) {
            unacked.add(it.number(), it.timeNanos(), it.sequence(), it.end());
        }
        if ((it.end() > next || !seen) && !probe) {
            next = it.end();
            nextNanos = it.timeNanos();
        }
        if ((contiguous == it.sequence() || !seen) && !probe) {
            contiguous = next;
        }
        if (it.acknowledges()) {
            ack = it.ack();
            ackNanos = it.timeNanos();
        }
        seen = true;
        window = it.segment().window();
        windowOfSyn = it.has(TcpFlags.SYN);
        labels = it.labels();
        if (it.has(TcpFlags.SYN)) {
            scale(it.segment());
        }
    }
}
