package org.sockrates.link.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * The buffers of a {@link TcpRelay}: one that every piece is read into, and a few that bytes may stay in while the other
 * side does not take them, so that they are not copied once more. Bounds what all connections hold together.
 */
final class StreamBuffers {
    /** What a piece takes that is kept, beside its bytes, about: a stream in slices of one byte is not kept for nothing. */
    static final int OVERHEAD_BYTES = 160;

    private static final int BYTES = 256 << 10;
    private static final int MANY_READERS_BYTES = 32 << 10;
    private static final int MANY_READERS = 64;
    private static final int MOST_LENT = 64;
    private static final long MOST_HELD_BYTES = 64L << 20;

    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();
    private ByteBuffer current = ByteBuffer.allocateDirect(BYTES);
    private int lent;
    private long heldBytes;

    /** Some bytes that stay, in a buffer of the pool or in one of their own. */
    record Kept(ByteBuffer bytes, boolean lent) {}

    /** How much to read at once: less when many connections share the memory. */
    static int pieceBytes(int connections) {
        return connections > MANY_READERS ? MANY_READERS_BYTES : BYTES;
    }

    /** Where the next piece is read into: empty, and overwritten by the next piece. */
    ByteBuffer toRead(int mostBytes) {
        return current.clear().limit(Math.min(mostBytes, BYTES));
    }

    /** Keeps bytes, by a copy. */
    Kept copy(ByteBuffer bytes) {
        heldBytes += bytes.remaining() + OVERHEAD_BYTES;
        return new Kept(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip(), false);
    }

    /** Keeps what is left of the piece just read; where that is much and a buffer can be spared, without a copy. */
    Kept keep(ByteBuffer justRead) {
        if (justRead.remaining() < BYTES / 4 || lent == MOST_LENT) {
            return copy(justRead);
        }
        heldBytes += justRead.remaining() + OVERHEAD_BYTES;
        lent++;
        Kept kept = new Kept(current, true);
        current = spare.isEmpty() ? ByteBuffer.allocateDirect(BYTES) : spare.pop();
        return kept;
    }

    /** So many kept bytes have gone, or a piece's overhead. */
    void gone(long bytes) {
        heldBytes -= bytes;
    }

    /** Kept bytes are needed no more. */
    void giveBack(Kept kept) {
        if (kept.lent()) {
            lent--;
            spare.push(kept.bytes());
        }
    }

    /** Whether all connections together hold as much as they may. */
    boolean full() {
        return heldBytes >= MOST_HELD_BYTES;
    }
}
