package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.Errno;

/**
 * One end of a connection, as a machine: packets, bytes and the time go in, packets come out on its {@link Line}. It is
 * opened, carries a stream of bytes each way, and each way is ended for itself (RFC 9293 §3.3.2 has the same states). It
 * reads no clock, opens no socket, starts no thread and draws no random number. Never called by two threads at once.
 *
 * <p>Whoever hosts it calls {@link #open} at the end that asks; the other end is made when a packet comes that opens a
 * connection, and is given that packet. After every call the host looks how it stands.
 */
public interface Connection {
    /** Asks the other end for a connection. */
    void open(long nowNanos);

    /**
     * A packet came in over the line. Nobody promises that it is whole, new, in order, or the other end's.
     *
     * @param packet its remaining bytes; to be copied if they are kept
     */
    void arrived(ByteBuffer packet, long nowNanos);

    /** The time of {@link Line#wakeAt} has come. */
    void timeout(long nowNanos);

    /**
     * The network says that nothing comes to the other end; that may be wrong, or pass (RFC 1122 §4.2.3.9).
     *
     * @param why {@link Errno#ECONNREFUSED}: nobody is at its port; all else is about the way there, which may come back and
     *     is no reason to give up an end that has answered
     */
    default void unreachable(Errno why, long nowNanos) {
        // nothing is proven by it
    }

    /** Whether both ends know of each other: who connects may go on, who accepts may take it. */
    boolean isOpen();

    /**
     * Takes bytes to be sent.
     *
     * @param bytes read from its position on; the position moves on by what was taken
     * @return how many were taken; 0 where there is no room now, or it is not open yet
     * @throws IllegalStateException after {@link #finish}
     */
    int send(ByteBuffer bytes, long nowNanos);

    /** Whether a short piece goes at once, though another is outstanding (RFC 9293 §3.7.4); where it always does, nothing. */
    default void sendShortAtOnce(boolean atOnce) {
        // it always does
    }

    /** Nothing more will be sent this way; what was taken still is. Said twice, it is said once. */
    void finish(long nowNanos);

    /**
     * Gives what has come, in order.
     *
     * @param into filled from its position on
     * @return how many bytes; 0 where there is none
     */
    int receive(ByteBuffer into, long nowNanos);

    /** Bytes that {@link #receive} could give now. */
    int availableBytes();

    /** Whether the other end has finished and everything of it was received. */
    boolean isAtEnd();

    /** Whether everything that was taken, the end included if it was said, is acknowledged. */
    boolean isAllAcknowledged();

    /** Whether both ways have ended and been acknowledged, so that it may be forgotten after a while. */
    boolean isOver();

    /**
     * How long it is remembered once it is over: the other end may not know yet, and says its last word again (RFC 9293
     * §3.6, TIME-WAIT).
     */
    default long lingerNanos() {
        return 1_000_000_000;
    }

    /** Gives it up at once and tells the other end. */
    void abort(long nowNanos);

    /**
     * Why it is no more: {@link Errno#ECONNREFUSED}, {@link Errno#ECONNRESET} (the other end gave it up), {@link
     * Errno#EPIPE} (TCP's model: it gave it up after its own end), {@link Errno#ETIMEDOUT} (the other end was silent
     * for too long), {@link Errno#ECONNABORTED} (this one gave it up).
     */
    Optional<Errno> failure();
}
