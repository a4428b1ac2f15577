package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes of a stream by their sequence numbers, as many as fit between two of them. It grows when it must, up to what it was
 * made for; that what is put in lies within this many bytes is for its user to see to.
 */
final class ByteRing {
    private static final int FIRST_BYTES = 1 << 14;

    private final int mostBytes;
    private byte[] bytes;

    ByteRing(int mostBytes) {
        this.mostBytes = powerOfTwo(mostBytes);
        bytes = new byte[Math.min(FIRST_BYTES, this.mostBytes)];
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast <= 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }

    /** Makes room for so many bytes from a number on, what is there already included. */
    void hold(int first, int length) {
        if (length <= bytes.length) {
            return;
        }
        if (length > mostBytes) {
            throw new IllegalStateException(length + " bytes (expected: at most " + mostBytes + ")");
        }
        byte[] old = bytes;
        bytes = new byte[powerOfTwo(length)];
        ByteBuffer all = ByteBuffer.wrap(inOrder(old, first));
        put(first, all, old.length);
    }

    private static byte[] inOrder(byte[] ring, int first) {
        int at = first & (ring.length - 1);
        byte[] straight = Arrays.copyOfRange(ring, at, at + ring.length);
        System.arraycopy(ring, 0, straight, ring.length - at, at);
        return straight;
    }

    void put(int sequence, ByteBuffer from, int length) {
        int at = sequence & (bytes.length - 1);
        int first = Math.min(length, bytes.length - at);
        from.get(bytes, at, first);
        from.get(bytes, 0, length - first);
    }

    void get(int sequence, ByteBuffer into, int length) {
        int at = sequence & (bytes.length - 1);
        int first = Math.min(length, bytes.length - at);
        into.put(bytes, at, first);
        into.put(bytes, 0, length - first);
    }
}
