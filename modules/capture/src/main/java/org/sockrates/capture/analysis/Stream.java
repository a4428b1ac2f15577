package org.sockrates.capture.analysis;

import org.sockrates.capture.analysis.Analysed.RoundTrip;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;

/** One conversation while it is being watched. */
final class Stream {
    private final int number;
    private final Flow initiator;
    private Half there = new Half();
    private Half back = new Half();
    private boolean synSeen;
    private long synNanos;
    private long handshakeNanos;

    /** @param initiator the direction of the segment that was seen first */
    Stream(int number, Flow initiator) {
        this.number = number;
        this.initiator = initiator;
    }

    /** Some of it was not seen. */
    void behindGap() {
        there = there.behindGap();
        back = back.behindGap();
    }

    /** Whether this SYN begins another conversation between the same two ports. */
    boolean isBegunAnewBy(Segment segment) {
        Half own = segment.flow().equals(initiator) ? there : back;
        boolean begins = segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK);
        return begins && own.based() && own.base() != segment.sequence();
    }

    /** @param reused whether there was another conversation between the same two ports before */
    Analysed add(long packet, long timeNanos, Segment segment, Sight sight, boolean reused) {
        boolean fromInitiator = segment.flow().equals(initiator);
        if (!fromInitiator && beginsItsNumbersAnew(segment)) {
            back = new Half();
        }
        Half own = fromInitiator ? there : back;
        Half other = fromInitiator ? back : there;
        base(own, other, segment);
        handshake(segment, timeNanos);
        Judged it = new Judged(packet, timeNanos, segment, sight, own, other);
        if (reused) {
            it.label(Label.PORTS_REUSED);
        }
        WindowRules.judge(it);
        AnswerRules.judge(it);
        RepeatRules.judge(it, handshakeNanos);
        own.remember(it);
        answer(it);
        return it.verdict(number, fromInitiator);
    }

    /**
     * Whether this SYN-ACK is the first that was seen of its sender, who spoke before: as the end of an older connection,
     * which answered the SYN with a number of its own and was reset (RFC 9293 §3.5.1, figure 9).
     */
    private boolean beginsItsNumbersAnew(Segment segment) {
        boolean answers = segment.has(TcpFlags.SYN) && segment.has(TcpFlags.ACK);
        return answers && synSeen && back.based() && !back.scaleKnown() && back.base() != segment.sequence();
    }

    /** A SYN's number is 0; where none was seen, what is seen first is 1. */
    private static void base(Half own, Half other, Segment segment) {
        own.base(segment.has(TcpFlags.SYN) ? segment.sequence() : segment.sequence() - 1);
        if (segment.has(TcpFlags.ACK)) {
            other.base(segment.acknowledgment() - 1);
        }
    }

    private void handshake(Segment segment, long timeNanos) {
        boolean ack = segment.has(TcpFlags.ACK);
        if (segment.has(TcpFlags.SYN) && !ack) {
            synSeen = true;
            synNanos = timeNanos;
        } else if (synSeen && ack && !segment.has(TcpFlags.SYN) && handshakeNanos == 0) {
            handshakeNanos = timeNanos - synNanos;
        }
    }

    private static void answer(Judged it) {
        it.other()
                .unacked()
                .acknowledge(it.ack())
                .ifPresent(sent ->
                        it.roundTrip(new RoundTrip(sent.number(), it.timeNanos() - sent.timeNanos(), sent.once())));
    }
}
