package org.sockrates.capture.analysis;

import static org.sockrates.capture.kernel.KernelState.CLOSE_WAIT;
import static org.sockrates.capture.kernel.KernelState.CLOSING;
import static org.sockrates.capture.kernel.KernelState.ESTAB;
import static org.sockrates.capture.kernel.KernelState.FIN_WAIT_1;
import static org.sockrates.capture.kernel.KernelState.FIN_WAIT_2;
import static org.sockrates.capture.kernel.KernelState.LAST_ACK;
import static org.sockrates.capture.kernel.KernelState.LISTEN;
import static org.sockrates.capture.kernel.KernelState.SYN_RECV;
import static org.sockrates.capture.kernel.KernelState.SYN_SENT;
import static org.sockrates.capture.kernel.KernelState.TIME_WAIT;
import static org.sockrates.capture.kernel.KernelState.UNCONN;

import java.util.Optional;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.capture.packet.TcpFlags;

/**
 * One end of a TCP connection, its state inferred from what it sends and what reaches it (RFC 9293 §3.3.2, §3.10), which what is
 * lost or damaged does not. Numbers are relative: a SYN is 0. Where no SYN was seen, the connection is taken as established,
 * without saying so. It asks no kernel.
 */
public final class InferredEnd {
    private final Received received = new Received();
    private KernelState state = UNCONN;
    private long synEnd;
    private long finEnd = Long.MAX_VALUE;
    private long peerFin = Long.MAX_VALUE;

    /** How far it has received without a gap; the other end's FIN counts as one. */
    public long receivedUpTo() {
        return received.next();
    }

    /** It sends a segment. A SYN waits on when another answer than its own is reset (RFC 9293 §3.5.1, figure 9). */
    public Optional<StateChange> sends(Analysed segment) {
        KernelState before = state;
        if (has(segment, TcpFlags.RST)) {
            state = state == SYN_SENT && !answers(segment.sequence()) ? SYN_SENT : UNCONN;
        } else if (has(segment, TcpFlags.SYN)) {
            boolean answers = has(segment, TcpFlags.ACK);
            before = answers && state == UNCONN ? LISTEN : state;
            state = answers && (state == UNCONN || state == SYN_SENT) ? SYN_RECV : state == UNCONN ? SYN_SENT : state;
            synEnd = segment.sequenceEnd();
            if (answers) {
                received.add(0, segment.acknowledgment());
            }
        } else {
            before = meetLate();
            if (has(segment, TcpFlags.FIN)) {
                finEnd = segment.sequenceEnd();
                state = state == ESTAB || state == SYN_RECV ? FIN_WAIT_1 : state == CLOSE_WAIT ? LAST_ACK : state;
            }
        }
        return change(before);
    }

    /** A segment reaches it, undamaged. */
    public Optional<StateChange> receives(Analysed segment) {
        KernelState before = state;
        if (has(segment, TcpFlags.RST)) {
            boolean refused = state == SYN_SENT && answersSyn(segment);
            boolean inPlace = state != SYN_SENT && (!received.begun() || segment.sequence() == received.next());
            state = refused || inPlace ? UNCONN : state;
        } else if (has(segment, TcpFlags.SYN)) {
            syn(segment);
        } else if (state != SYN_SENT && (state != UNCONN || !received.begun())) {
            before = meetLate();
            acknowledged(segment);
            received.add(
                    segment.sequence(), segment.sequence() + segment.segment().payloadBytes());
            peerFin = has(segment, TcpFlags.FIN) ? segment.sequenceEnd() - 1 : peerFin;
            fin();
        }
        return change(before);
    }

    /** ICMP tells that its SYN came to nobody. */
    public Optional<StateChange> rejected() {
        return state == SYN_SENT ? lost() : Optional.empty();
    }

    /** It is told that its connection is lost. One that waits for what is late has none, and waits on. */
    public Optional<StateChange> lost() {
        KernelState before = state;
        state = state == TIME_WAIT ? TIME_WAIT : UNCONN;
        return change(before);
    }

    private boolean answersSyn(Analysed segment) {
        return has(segment, TcpFlags.ACK) && answers(segment.acknowledgment());
    }

    /** Whether a number lies behind the SYN it sent, and not beyond the data in it (RFC 7413). */
    private boolean answers(long number) {
        return number >= 1 && number <= Math.max(1, synEnd);
    }

    private void syn(Analysed segment) {
        if (!received.begun()) {
            received.add(0, 1);
        }
        boolean answer = answersSyn(segment);
        if (state == SYN_SENT) {
            state = answer ? ESTAB : SYN_RECV;
        } else if (state == SYN_RECV && answer) {
            state = ESTAB;
        }
    }

    private void acknowledged(Analysed segment) {
        if (!has(segment, TcpFlags.ACK)) {
            return;
        }
        if (state == SYN_RECV && segment.acknowledgment() >= 1) {
            state = ESTAB;
        }
        if (segment.acknowledgment() >= finEnd) {
            state = switch (state) {
                case FIN_WAIT_1 -> FIN_WAIT_2;
                case CLOSING -> TIME_WAIT;
                case LAST_ACK -> UNCONN;
                default -> state;
            };
        }
    }

    /** The other end's FIN counts when everything before it is there. */
    private void fin() {
        if (received.next() == peerFin) {
            received.add(peerFin, peerFin + 1);
            state = switch (state) {
                case ESTAB -> CLOSE_WAIT;
                case FIN_WAIT_1 -> CLOSING;
                case FIN_WAIT_2 -> TIME_WAIT;
                default -> state;
            };
        }
    }

    /** What is seen first is no SYN: the beginning was missed. */
    private KernelState meetLate() {
        if (state == UNCONN && !received.begun() && finEnd == Long.MAX_VALUE) {
            state = ESTAB;
        }
        return state;
    }

    private Optional<StateChange> change(KernelState before) {
        return before == state ? Optional.empty() : Optional.of(new StateChange(before, state));
    }

    private static boolean has(Analysed segment, int flags) {
        return segment.segment().has(flags);
    }
}
