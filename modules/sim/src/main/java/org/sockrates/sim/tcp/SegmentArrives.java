package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Line;

/** What a segment does that arrives: RFC 9293 §3.10.7, state by state. */
final class SegmentArrives {
    private static final long LEAST_BETWEEN_ANSWERS_NANOS = 500_000_000L;

    private final Tcb tcb;
    private final Line line;
    private final Segment segment = new Segment();
    private boolean answered;
    private long answeredNanos;
    private int peerFirstNumber;

    SegmentArrives(Tcb tcb, Line line) {
        this.tcb = tcb;
        this.line = line;
    }

    void arrived(ByteBuffer packet, long nowNanos) {
        if (!segment.wrap(packet)) {
            return; // harmed, or not a segment
        }
        if (tcb.state == TcpState.LISTEN) {
            listening(nowNanos);
        } else if (segment.isBetween(tcb.outgoing.pair().reversed())) {
            switch (tcb.state) {
                case SYN_SENT -> asking(nowNanos);
                case CLOSED -> refuse();
                default -> synchronizedState(nowNanos);
            }
        }
    }

    private void refuse() {
        TcpPackets.reset(segment).ifPresent(line::transmit);
    }

    /** §3.10.7.2 */
    private void listening(long nowNanos) {
        if (segment.has(Segment.SYN) && !segment.has(Segment.ACK) && !segment.has(Segment.RST)) {
            agree();
            tcb.state = TcpState.SYN_RECEIVED;
            tcb.sender.syn(nowNanos);
        }
    }

    private void agree() {
        boolean scaled = segment.windowScale() != Segment.NO_SCALE;
        peerFirstNumber = segment.sequence();
        tcb.receiver.begin(peerFirstNumber + 1, scaled);
        tcb.outgoing.answers(segment.pair().reversed(), scaled);
        tcb.sender.agree(segment, scaled);
    }

    /** §3.10.7.3 */
    private void asking(long nowNanos) {
        boolean acknowledges = segment.has(Segment.ACK);
        if (acknowledges && segment.acknowledgement() != tcb.sender.next()) {
            refuse();
        } else if (segment.has(Segment.RST)) {
            if (acknowledges) {
                tcb.fail(Errno.ECONNREFUSED);
            }
        } else if (segment.has(Segment.SYN)) {
            agree();
            if (acknowledges) {
                established(nowNanos);
                tcb.acknowledgements.now();
            } else {
                tcb.state = TcpState.SYN_RECEIVED; // both ask at once
                tcb.sender.synAgain();
            }
        }
    }

    private void established(long nowNanos) {
        tcb.state = TcpState.ESTABLISHED;
        tcb.sender.opened(segment, nowNanos);
        if (tcb.finishing) {
            tcb.leave();
        }
    }

    /** §3.10.7.4, in its order. */
    private void synchronizedState(long nowNanos) {
        if (tcb.state == TcpState.SYN_RECEIVED
                && segment.has(Segment.SYN)
                && segment.sequence() == peerFirstNumber
                && !segment.has(Segment.RST)) {
            bothAskedOrAskedAgain(nowNanos);
        } else if (!tcb.receiver.accepts(segment.sequence(), segment.length())) {
            answerUnlessReset(nowNanos);
        } else if (segment.has(Segment.RST)) {
            reset(nowNanos);
        } else if (segment.has(Segment.SYN)) {
            answer(nowNanos);
        } else if (segment.has(Segment.ACK)) {
            acknowledged(nowNanos);
        }
    }

    private void bothAskedOrAskedAgain(long nowNanos) {
        if (segment.has(Segment.ACK) && segment.acknowledgement() == tcb.sender.next()) {
            established(nowNanos);
            tcb.acknowledgements.now();
        } else {
            tcb.sender.synAgain();
        }
    }

    private void answerUnlessReset(long nowNanos) {
        if (!segment.has(Segment.RST)) {
            if (segment.payloadBytes() > 0) {
                tcb.acknowledgements.outOfOrder(true);
            } else {
                answer(nowNanos);
            }
        }
    }

    /** An acknowledgement in answer to nothing that carries data: not often, lest two ends answer each other for ever. */
    private void answer(long nowNanos) {
        if (!answered || nowNanos - answeredNanos >= LEAST_BETWEEN_ANSWERS_NANOS || segment.length() > 0) {
            answered = true;
            answeredNanos = nowNanos;
            tcb.acknowledgements.now();
        }
    }

    /**
     * Only one that stands exactly where it must is believed (RFC 5961 §3.2). The standard names no error of a sender that
     * has seen the other's end; it is Linux' (tcp_reset).
     */
    private void reset(long nowNanos) {
        if (segment.sequence() != tcb.receiver.next()) {
            answer(nowNanos);
        } else if (tcb.state == TcpState.TIME_WAIT) {
            tcb.state = TcpState.CLOSED;
        } else {
            tcb.fail(whyReset());
        }
    }

    private Errno whyReset() {
        return switch (tcb.state) {
            case SYN_RECEIVED -> tcb.asked ? Errno.ECONNREFUSED : Errno.ECONNRESET;
            case CLOSE_WAIT -> Errno.EPIPE;
            default -> Errno.ECONNRESET;
        };
    }

    private void acknowledged(long nowNanos) {
        int acknowledgement = segment.acknowledgement();
        if (tcb.state == TcpState.SYN_RECEIVED) {
            if (acknowledgement != tcb.sender.next()) {
                refuse();
                return;
            }
            established(nowNanos);
        } else if (SequenceNumber.after(acknowledgement, tcb.sender.next())) {
            answer(nowNanos);
            return;
        } else {
            tcb.sender.acknowledged(segment, nowNanos);
        }
        if (tcb.sender.isFinAcknowledged()) {
            ended();
        }
        data(nowNanos);
    }

    /** This end's FIN is acknowledged. */
    private void ended() {
        tcb.state = switch (tcb.state) {
            case FIN_WAIT_1 -> TcpState.FIN_WAIT_2;
            case CLOSING -> TcpState.TIME_WAIT;
            case LAST_ACK -> TcpState.CLOSED;
            default -> tcb.state;
        };
    }

    private void data(long nowNanos) {
        if (segment.payloadBytes() == 0 && !segment.has(Segment.FIN)) {
            return;
        }
        Receiver.News news = tcb.receiver.take(segment);
        switch (news) {
            case OLD -> tcb.acknowledgements.outOfOrder(true);
            case BEHIND_GAP -> tcb.acknowledgements.outOfOrder(false);
            case NEXT, FILLED ->
                tcb.acknowledgements.data(
                        segment.payloadBytes(),
                        segment.has(Segment.PSH),
                        news == Receiver.News.FILLED,
                        tcb.sender.timeoutNanos(),
                        nowNanos);
        }
        if (tcb.receiver.isFinished()) {
            theOtherEnded();
        }
    }

    /** The other end's FIN, and all before it, has come. */
    private void theOtherEnded() {
        tcb.acknowledgements.now();
        tcb.state = switch (tcb.state) {
            case ESTABLISHED -> TcpState.CLOSE_WAIT;
            case FIN_WAIT_1 -> TcpState.CLOSING;
            case FIN_WAIT_2 -> TcpState.TIME_WAIT;
            default -> tcb.state;
        };
    }
}
