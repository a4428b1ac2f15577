package org.sockrates.capture.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.analysis.Analysed.Repeated;
import org.sockrates.capture.analysis.Analysed.RoundTrip;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;
import org.sockrates.capture.packet.TcpOptions.SackBlock;

/** A segment while it is being judged: its numbers, what both directions remember, and what was found so far. */
final class Judged {
    private final long number;
    private final long timeNanos;
    private final Segment segment;
    private final Sight sight;
    private final Half own;
    private final Half other;
    private final long sequence;
    private final long ack;
    private final Set<Label> labels = EnumSet.noneOf(Label.class);
    private Optional<Repeated> repeated = Optional.empty();
    private Optional<RoundTrip> roundTrip = Optional.empty();

    /**
     * @param own what is remembered of its sender
     * @param other what is remembered of the end it goes to
     */
    Judged(long number, long timeNanos, Segment segment, Sight sight, Half own, Half other) {
        this.number = number;
        this.timeNanos = timeNanos;
        this.segment = segment;
        this.sight = sight;
        this.own = own;
        this.other = other;
        this.sequence = own.relative(segment.sequence());
        this.ack = segment.has(TcpFlags.ACK) ? other.relative(segment.acknowledgment()) : 0;
    }

    long number() {
        return number;
    }

    long timeNanos() {
        return timeNanos;
    }

    Segment segment() {
        return segment;
    }

    Half own() {
        return own;
    }

    Half other() {
        return other;
    }

    long sequence() {
        return sequence;
    }

    /** The first number behind it. */
    long end() {
        return sequence + segment.sequenceLength();
    }

    long ack() {
        return ack;
    }

    int bytes() {
        return segment.payloadBytes();
    }

    boolean has(int flags) {
        return segment.has(flags);
    }

    /** None of SYN, FIN and RST: nothing begins or ends here. */
    boolean isOrdinary() {
        return !has(TcpFlags.SYN | TcpFlags.FIN | TcpFlags.RST);
    }

    /** No data, and nothing begins or ends: an acknowledgement alone. */
    boolean isBare() {
        return bytes() == 0 && isOrdinary();
    }

    /** Whether it begins where everything sent so far ends. */
    boolean continues() {
        return own.seen() && sequence == own.next();
    }

    /** Whether it is seen where it leaves: nothing can have overtaken it, and what it repeats was sent. */
    boolean leaves() {
        return sight == Sight.LEAVING || sight == Sight.LEAVING_LINUX;
    }

    /** Whether its first number may be one that was acknowledged; below 1 are a SYN and what was before. */
    boolean mayBeginAcknowledged() {
        return switch (sight) {
            case PASSING -> true;
            case LEAVING -> beginsAcknowledged();
            case LEAVING_LINUX -> bytes() == 0 && beginsAcknowledged();
            case REPEATED -> false;
        };
    }

    private boolean beginsAcknowledged() {
        return sequence < Math.max(1, other.ack());
    }

    /** Whether its acknowledgement is to be remembered: a SYN's too, which is 0; not that of a reset without one. */
    boolean acknowledges() {
        return has(TcpFlags.ACK) || !has(TcpFlags.RST);
    }

    void label(Label label) {
        labels.add(label);
    }

    boolean is(Label label) {
        return labels.contains(label);
    }

    Set<Label> labels() {
        return labels;
    }

    void repeated(Repeated how) {
        repeated = Optional.of(how);
    }

    void roundTrip(RoundTrip taken) {
        roundTrip = Optional.of(taken);
    }

    Analysed verdict(int stream, boolean fromInitiator) {
        int shift = has(TcpFlags.SYN) ? 0 : own.shift(other);
        long window = (long) segment.window() << shift;
        return new Analysed(
                number,
                timeNanos,
                stream,
                fromInitiator,
                segment,
                sequence,
                ack,
                window,
                labels,
                repeated,
                sackBlocks(),
                roundTrip);
    }

    private List<SackBlock> sackBlocks() {
        List<SackBlock> blocks = segment.options().sackBlocks();
        return blocks.isEmpty()
                ? blocks
                : blocks.stream()
                        .map(block -> new SackBlock(other.relative(block.left()), other.relative(block.right())))
                        .toList();
    }
}
