package org.sockrates.link.fault;

import java.nio.ByteBuffer;

/**
 * What travels one way of a stream: some bytes, or its end. Not a message: a relay reads what is there.
 *
 * @param cameNanos when it came, or was off the wire it met last: but for delays
 * @param dueNanos when it arrives at the other side
 * @param bytes empty for an end; not the piece's own: to be written or copied at once
 */
public record Piece(Kind kind, long cameNanos, long dueNanos, ByteBuffer bytes) {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** What kind of piece it is. */
    public enum Kind {
        DATA,
        /** The sender will send nothing more: a FIN. */
        FINISH,
        /** The sender has thrown the connection away: a RST. */
        RESET,
        /** The relay closes the connection, both ways. */
        CLOSE
    }

    /** Some bytes that came just now. */
    public static Piece data(long nanos, ByteBuffer bytes) {
        return new Piece(Kind.DATA, nanos, nanos, bytes);
    }

    /** An end that comes at a time, without bytes. */
    public static Piece end(Kind kind, long nanos) {
        return new Piece(kind, nanos, nanos, NOTHING);
    }

    /** The same, to arrive at another time. */
    public Piece due(long nanos) {
        return new Piece(kind, cameNanos, nanos, bytes);
    }

    /** Off a wire: without what delayed it, and with that. */
    Piece off(long freeNanos, long lateNanos) {
        return new Piece(kind, freeNanos, lateNanos, bytes);
    }

    /** Some of its bytes. */
    public Piece part(ByteBuffer some) {
        return new Piece(kind, cameNanos, dueNanos, some);
    }

    /** Whether another, made of it, arrives as it would have, and as much of it. */
    public boolean isAs(Piece other) {
        return kind == other.kind && dueNanos == other.dueNanos && bytes.remaining() == other.bytes.remaining();
    }

    /** Whether it is bytes, and no end. */
    public boolean isData() {
        return kind == Kind.DATA;
    }
}
