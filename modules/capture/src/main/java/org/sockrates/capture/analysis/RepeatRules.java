package org.sockrates.capture.analysis;

/** Which of the four ways a segment goes back behind what was sent already. */
final class RepeatRules {
    private static final long FAST_NANOS = 20_000_000;
    private static final long USUAL_REORDERING_NANOS = 3_000_000;
    private static final int ENOUGH_DUP_ACKS = 2;

    private RepeatRules() {}

    /** @param handshakeNanos how long the handshake took, the usual round trip; 0 where it was not seen */
    static void judge(Judged it, long handshakeNanos) {
        Half own = it.own();
        boolean goesBack = own.seen() && it.sequence() < own.next();
        if (it.segment().sequenceLength() == 0 || (goesBack && it.is(Label.KEEP_ALIVE))) {
            return;
        }
        if (it.bytes() > 0
                && it.other().ack() != 0
                && it.sequence() + it.bytes() <= it.other().ack()) {
            it.label(Label.SPURIOUS_RETRANSMISSION);
        } else if (goesBack && !repeatsProbe(it)) {
            it.label(kind(it, handshakeNanos));
        }
    }

    /** A probe's byte may have been thrown away; then it comes again, with more. Its sender knows what he had sent. */
    private static boolean repeatsProbe(Judged it) {
        return !it.leaves() && it.bytes() > 1 && it.sequence() == it.own().next() - 1;
    }

    private static Label kind(Judged it, long handshakeNanos) {
        Half receiver = it.other();
        if (receiver.timesAsked() >= ENOUGH_DUP_ACKS
                && it.sequence() == receiver.ack()
                && it.timeNanos() - receiver.ackNanos() < FAST_NANOS) {
            return Label.FAST_RETRANSMISSION;
        }
        if (it.leaves()) {
            return Label.RETRANSMISSION;
        }
        long reordering = handshakeNanos == 0 ? USUAL_REORDERING_NANOS : handshakeNanos;
        boolean soon = it.timeNanos() - it.own().nextNanos() < reordering;
        return soon && it.end() != it.own().next() ? Label.OUT_OF_ORDER : Label.RETRANSMISSION;
    }
}
