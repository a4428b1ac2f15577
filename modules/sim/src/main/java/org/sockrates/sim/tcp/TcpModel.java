package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.Errno;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Line;

/**
 * One end of a TCP connection, modelled: the states of RFC 9293, and in each what a segment, the program and the time do.
 * What it puts on its line are IPv4 packets as the kernel would make them. It is not the kernel's TCP, though near it:
 * {@code docs/tcp-model.md}.
 *
 * <p>TIME_WAIT is left to its host: a machine that {@link #isOver} may be kept for as long as one likes, and answers.
 */
public final class TcpModel implements Connection {
    private final Line line;
    private final Tcb tcb;
    private final SegmentArrives arrivals;

    /** An end that nothing has happened to: {@link #open} makes it ask, a SYN makes it answer. */
    public TcpModel(ModelSettings settings, Line line) {
        this.line = line;
        tcb = new Tcb(settings, line);
        arrivals = new SegmentArrives(tcb, line);
    }

    /** The state it is in. */
    public TcpState state() {
        return tcb.state;
    }

    /** The congestion window, in segments. */
    public int congestionWindow() {
        return tcb.sender.window().segments();
    }

    /** Slow start ends there, in segments; {@link Integer#MAX_VALUE} as long as nothing was lost. */
    public int slowStartThreshold() {
        return tcb.sender.window().threshold();
    }

    // --- the program ------------------------------------------------------------------------------------------------

    @Override
    public void open(long nowNanos) {
        if (tcb.state != TcpState.LISTEN) {
            throw new IllegalStateException("open in " + tcb.state + " (expected: once, before anything else)");
        }
        tcb.asked = true;
        tcb.state = TcpState.SYN_SENT;
        tcb.sender.syn(nowNanos);
        settle(nowNanos);
    }

    @Override
    public boolean isOpen() {
        return tcb.state.isSynchronized() && tcb.state != TcpState.SYN_RECEIVED;
    }

    @Override
    public int send(ByteBuffer bytes, long nowNanos) {
        if (tcb.finishing) {
            throw new IllegalStateException("send after finish (expected: before it)");
        }
        if (!isOpen()) {
            return 0;
        }
        int taken = tcb.sender.take(bytes, nowNanos);
        settle(nowNanos);
        return taken;
    }

    @Override
    public void sendShortAtOnce(boolean atOnce) {
        tcb.sender.silly().nagle(!atOnce);
    }

    @Override
    public void finish(long nowNanos) {
        tcb.finishing = true;
        tcb.sender.finish();
        tcb.leave();
        settle(nowNanos);
    }

    @Override
    public int receive(ByteBuffer into, long nowNanos) {
        int read = tcb.receiver.read(into);
        if (read > 0 && tcb.state.isSynchronized()) {
            if (tcb.acknowledgements.isDueAfterReading()) {
                tcb.acknowledge();
            }
            settle(nowNanos);
        }
        return read;
    }

    @Override
    public int availableBytes() {
        return tcb.receiver.available();
    }

    @Override
    public boolean isAtEnd() {
        return tcb.receiver.isFinished() && tcb.receiver.available() == 0;
    }

    @Override
    public boolean isAllAcknowledged() {
        return tcb.sender.isAllAcknowledged();
    }

    @Override
    public boolean isOver() {
        return tcb.state == TcpState.TIME_WAIT || (tcb.state == TcpState.CLOSED && tcb.failure == null);
    }

    @Override
    public void abort(long nowNanos) {
        if (isOver() || tcb.failure != null) {
            return;
        }
        if (tcb.state.isSynchronized()) {
            tcb.outgoing.reset(tcb.sender.next());
        }
        tcb.fail(Errno.ECONNABORTED);
        settle(nowNanos);
    }

    @Override
    public Optional<Errno> failure() {
        return Optional.ofNullable(tcb.failure);
    }

    // --- the time ---------------------------------------------------------------------------------------------------

    @Override
    public void timeout(long nowNanos) {
        if (nowNanos >= tcb.sender.dueNanos() && tcb.sender.timeout(nowNanos)) {
            tcb.fail(Errno.ETIMEDOUT);
        }
        if (nowNanos >= tcb.acknowledgements.dueNanos() && tcb.state.isSynchronized()) {
            tcb.acknowledgements.expired(tcb.sender.timeoutNanos()); // it is due now
        }
        settle(nowNanos);
    }

    /** Sends what may be sent, then what must be acknowledged and was not with it; says when to be woken. */
    private void settle(long nowNanos) {
        if (tcb.state.sendsData()) {
            tcb.sender.go(nowNanos);
        }
        long acknowledge = Line.NEVER;
        if (tcb.state.isSynchronized()) {
            if (tcb.acknowledgements.isDue(nowNanos)) {
                tcb.acknowledge();
            } else {
                tcb.acknowledgements.delay(tcb.sender.roundTripNanos(), nowNanos);
            }
            acknowledge = tcb.acknowledgements.dueNanos();
        }
        line.wakeAt(Math.min(tcb.sender.dueNanos(), acknowledge));
    }

    @Override
    public void arrived(ByteBuffer packet, long nowNanos) {
        arrivals.arrived(packet, nowNanos);
        settle(nowNanos);
    }
}
