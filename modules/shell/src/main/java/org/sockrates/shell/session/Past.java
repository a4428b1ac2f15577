package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** What a socket went through, as far as its own calls tell. Not the kernel's view. */
public final class Past {
    private final IntUnaryOperator keptBacklog;

    private volatile @Nullable Instant peerEnded;
    private volatile long peerEndedNanos;
    private volatile @Nullable Loss loss;
    private volatile boolean inputEnded;
    private volatile boolean outputEnded;
    private volatile boolean endedAgain;
    private volatile boolean sent;
    private volatile long sentBytes;
    private volatile long receivedBytes;
    private volatile boolean sentUrgent;
    private volatile int endsRead;
    private volatile int backlog;
    private volatile int listens;
    private volatile @Nullable InetSocketAddress boundTo;
    private volatile @Nullable InetSocketAddress gone;

    /**
     * How a call was told that the connection was lost.
     *
     * @param errno {@link Errno#ECONNRESET}; when the kernel gave it up {@link Errno#ETIMEDOUT}, or what it had heard of the
     *     way meanwhile
     * @param at when
     */
    public record Loss(Errno errno, Instant at) {}

    /** @param keptBacklog what becomes of a backlog that was asked for */
    Past(IntUnaryOperator keptBacklog) {
        this.keptBacklog = keptBacklog;
    }

    /** Told by whoever calls: one may send while another receives. */
    synchronized void heard(SocketEvent event, Instant at) {
        if (event.outcome() instanceof Failed failed) {
            boolean lost = failed.errno() == Errno.ECONNRESET || event.tellsOfGivingUp();
            loss = lost && loss == null ? new Loss(failed.errno(), at) : loss;
            if (event.call() == Call.CONNECT && event.local() == null) { // it may cost the address
                gone = boundTo;
                boundTo = null;
            }
        } else if (event.outcome() instanceof Returned returned) {
            switch (event.call()) {
                case RECV, RECVFROM -> {
                    receivedBytes += returned.value() + returned.cutBytes();
                    if (returned.remark() == Remark.END_OF_STREAM) {
                        endsRead++;
                        if (peerEnded == null && !inputEnded && loss == null) {
                            peerEnded = at;
                            peerEndedNanos = event.endNanos();
                        }
                    }
                }
                case BIND -> boundTo = event.local();
                case CONNECT -> loss = null; // that of an attempt before
                case SEND, SENDTO -> {
                    sent = true;
                    sentUrgent = event.isUrgent();
                    sentBytes += returned.value() - (sentUrgent ? 1 : 0);
                }
                default -> {}
            }
            if (event.arguments() instanceof Half half) {
                boolean in = half.direction().in();
                boolean out = half.direction().out();
                if (in && peerEnded != null && event.startNanos() < peerEndedNanos) { // the receive met this one's deed
                    peerEnded = null;
                }
                endedAgain = (inputEnded || !in) && (outputEnded || !out);
                inputEnded |= in;
                outputEnded |= out;
            } else if (event.arguments() instanceof Backlog asked) {
                // the first is kept
                backlog = listens == 0 ? keptBacklog.applyAsInt(asked.connections()) : backlog;
                listens++;
            }
        }
    }

    /** When a receive first met the end of the peer's stream. */
    public @Nullable Instant peerEnded() {
        return peerEnded;
    }

    /** How often a receive met the end of the stream. */
    public int endsRead() {
        return endsRead;
    }

    /** How many connections may wait to be accepted, as {@code listen} was told first and the kernel kept it. */
    public int backlog() {
        return backlog;
    }

    /** How often it was made to listen. */
    public int listens() {
        return listens;
    }

    /** Whether {@code bind} chose its address, and it has that still. */
    public boolean bound() {
        return boundTo != null;
    }

    /** The address that {@code bind} chose, and it has still; null where none did. */
    public @Nullable InetSocketAddress boundTo() {
        return boundTo;
    }

    /** The address that the last connect cost it by failing; null where it cost none. */
    public @Nullable InetSocketAddress lost() {
        return gone;
    }

    /** What a call was told when the connection was lost; null when none was. */
    public @Nullable Loss loss() {
        return loss;
    }

    /** Whether something was sent. */
    public boolean sent() {
        return sent;
    }

    /** How many bytes were sent, without the urgent ones, each the last of its message. */
    public long sentBytes() {
        return sentBytes;
    }

    /** How many bytes were received, also such as did not fit. */
    public long receivedBytes() {
        return receivedBytes;
    }

    /** Whether what was sent last was urgent. */
    public boolean sentUrgent() {
        return sentUrgent;
    }

    /** Whether {@code shutdown in} was called here. */
    public boolean inputEnded() {
        return inputEnded;
    }

    /** Whether {@code shutdown out} was called here. */
    public boolean outputEnded() {
        return outputEnded;
    }

    /** Whether the last {@code shutdown} ended only what had been ended here before. */
    public boolean endedAgain() {
        return endedAgain;
    }
}
