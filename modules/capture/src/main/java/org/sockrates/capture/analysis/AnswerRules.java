package org.sockrates.capture.analysis;

import org.sockrates.capture.analysis.Analysed.Repeated;
import org.sockrates.capture.packet.TcpFlags;

/** Which labels a segment earns by what it acknowledges. */
final class AnswerRules {
    private AnswerRules() {}

    static void judge(Judged it) {
        Half own = it.own();
        if (it.isBare() && it.continues() && it.segment().window() == own.window() && it.ack() == own.ack()) {
            unchanged(it);
        }
        if (it.acknowledges() && it.ack() != own.ack()) {
            own.firstAck(it.number());
        }
        unseen(it);
    }

    /** An acknowledgement alone that says what was said before. */
    private static void unchanged(Judged it) {
        if (it.segment().window() == 0) {
            if (it.other().lastWas(Label.ZERO_WINDOW_PROBE)) {
                it.label(Label.ZERO_WINDOW_PROBE_ACK);
            }
        } else if (it.other().lastWas(Label.KEEP_ALIVE)) {
            it.label(Label.KEEP_ALIVE_ACK);
        } else {
            it.label(Label.DUP_ACK);
            it.repeated(new Repeated(it.own().lastNonDup(), it.own().anotherDupAck()));
        }
    }

    /** Of a gap it is said once; beyond everything that was sent once for each ACK of the other end, and not if he repeats it. */
    private static void unseen(Judged it) {
        Half sender = it.other();
        if (!it.has(TcpFlags.ACK) || !sender.seen() || it.ack() <= sender.contiguous()) {
            return;
        }
        if (sender.contiguous() < sender.next()) {
            it.label(Label.ACKED_UNSEEN);
            sender.gapAcknowledged();
            return;
        }
        if (sender.saysNothingTwice()) {
            it.label(Label.ACKED_UNSEEN);
        }
        sender.unseenAcknowledged();
    }
}
