package org.sockrates.capture.analysis;

import org.sockrates.capture.packet.TcpFlags;

/** Which labels a segment earns by where it begins and by what windows it and the other end have. */
final class WindowRules {
    private WindowRules() {}

    static void judge(Judged it) {
        if (it.bytes() == 1 && it.continues() && it.other().window() == 0) {
            it.label(Label.ZERO_WINDOW_PROBE);
            return;
        }
        if (it.segment().window() == 0 && it.isOrdinary()) {
            it.label(Label.ZERO_WINDOW);
        }
        if (it.own().seen() && it.sequence() > it.own().next() && !it.has(TcpFlags.RST)) {
            it.label(Label.PREVIOUS_NOT_CAPTURED);
        }
        boolean goesBackOne = it.own().seen() && it.sequence() == it.own().next() - 1;
        if (it.bytes() <= 1 && goesBackOne && it.isOrdinary() && it.mayBeginAcknowledged()) {
            it.label(Label.KEEP_ALIVE);
        }
        if (isUpdate(it)) {
            it.label(Label.WINDOW_UPDATE);
        }
        if (fills(it)) {
            it.label(Label.WINDOW_FULL);
        }
    }

    private static boolean isUpdate(Judged it) {
        int window = it.segment().window();
        boolean changed = window != 0 && window != it.own().window();
        return changed && it.isBare() && it.continues() && it.ack() == it.own().ack();
    }

    private static boolean fills(Judged it) {
        Half receiver = it.other();
        return it.bytes() > 0
                && it.isOrdinary()
                && receiver.window() >= 0
                && receiver.shiftKnown(it.own())
                && it.end() == receiver.ack() + receiver.room(it.own());
    }
}
