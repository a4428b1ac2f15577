package org.sockrates.link.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.fault.Piece;

/** The pieces of one way that wait for their time or for the other socket, first in first out. */
final class StreamQueue {
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private final StreamBuffers buffers;
    private long bytes;
    private long data;

    StreamQueue(StreamBuffers buffers) {
        this.buffers = buffers;
    }

    /** A piece, or a part of one that was split: the last part counts for all. */
    static final class Held {
        private final Piece.Kind kind;
        private final long dueNanos;
        private final StreamBuffers.Kept kept;
        private boolean last;

        Held(Piece piece, StreamBuffers.Kept kept) {
            kind = piece.kind();
            dueNanos = piece.dueNanos();
            this.kept = kept;
        }

        Piece.Kind kind() {
            return kind;
        }

        long dueNanos() {
            return dueNanos;
        }

        /** What of it is still to be written. */
        ByteBuffer bytes() {
            return kept.bytes();
        }
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** What it takes: the bytes that are still to be written, and each piece's overhead. */
    long bytes() {
        return bytes;
    }

    /** The bytes alone that are still to be written. */
    long data() {
        return data;
    }

    /** @param whole whether the piece is what was just read, and not a part of it */
    void add(Piece piece, boolean whole) {
        bytes += piece.bytes().remaining() + StreamBuffers.OVERHEAD_BYTES;
        data += piece.bytes().remaining();
        held.add(new Held(piece, whole ? buffers.keep(piece.bytes()) : buffers.copy(piece.bytes())));
    }

    /** What was added last is the last part of the piece that was read. */
    void closePiece() {
        held.getLast().last = true;
    }

    @Nullable
    Held head() {
        return held.peekFirst();
    }

    /** So many bytes of the head were written. */
    void written(int count) {
        data -= count;
        gone(count);
    }

    private void gone(long count) {
        bytes -= count;
        buffers.gone(count);
    }

    /** Removes the head, all of which was written; answers whether a whole piece has left with it. */
    boolean remove() {
        Held first = held.removeFirst();
        gone(StreamBuffers.OVERHEAD_BYTES);
        buffers.giveBack(first.kept);
        return first.last;
    }

    /** Forgets everything; answers how many pieces will never leave. */
    long clear() {
        long pieces = 0;
        for (Held each : held) {
            pieces += each.last ? 1 : 0;
            buffers.giveBack(each.kept);
        }
        gone(bytes);
        data = 0;
        held.clear();
        return pieces;
    }
}
