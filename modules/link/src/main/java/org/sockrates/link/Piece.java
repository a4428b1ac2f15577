package org.sockrates.link;

import java.nio.ByteBuffer;

/**
 * What travels one way of a stream: some bytes, or its end.
 *
 * @param dueNanos when it arrives at the other side
 * @param bytes empty for an end; not the piece's own: to be written or copied at once
 */
public record Piece(Kind kind, long dueNanos, ByteBuffer bytes) {
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

    static Piece data(long dueNanos, ByteBuffer bytes) {
        return new Piece(Kind.DATA, dueNanos, bytes);
    }

    static Piece end(Kind kind, long dueNanos) {
        return new Piece(kind, dueNanos, NOTHING);
    }

    Piece due(long nanos) {
        return new Piece(kind, nanos, bytes);
    }

    boolean isData() {
        return kind == Kind.DATA;
    }
}
