package org.sockrates.link;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Pieces on their way, first in first out, each with its own bytes. */
final class StreamQueue {
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private long bytes;

    /** A piece, or a part of one that was split: the last part counts for all. */
    private static final class Held {
        private final Piece piece;
        private boolean last;

        Held(Piece piece) {
            this.piece = piece;
        }
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** The bytes that are still to be written. */
    long bytes() {
        return bytes;
    }

    void add(Piece piece) {
        ByteBuffer copy = ByteBuffer.allocate(piece.bytes().remaining())
                .put(piece.bytes())
                .flip();
        bytes += copy.remaining();
        held.add(new Held(new Piece(piece.kind(), piece.dueNanos(), copy)));
    }

    /** What was added last is the last part of the piece that was read. */
    void closePiece() {
        held.getLast().last = true;
    }

    @Nullable
    Piece head() {
        Held first = held.peekFirst();
        return first == null ? null : first.piece;
    }

    /** So many bytes of the head were written. */
    void written(int count) {
        bytes -= count;
    }

    /** Removes the head; answers whether a whole piece has left with it. */
    boolean remove() {
        Held first = held.removeFirst();
        bytes -= first.piece.bytes().remaining();
        return first.last;
    }

    /** Forgets everything; answers how many pieces will never leave. */
    long clear() {
        long pieces = held.stream().filter(one -> one.last).count();
        held.clear();
        bytes = 0;
        return pieces;
    }
}
