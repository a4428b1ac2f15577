package org.sockrates.sim;

import java.nio.ByteBuffer;
import org.sockrates.transport.SplitMix64;

/**
 * A stream of bytes of which each place can be known again: what a program sends that the other can look whether it came.
 * It is what a {@link TcpTransfer} carries.
 */
final class Stream {
    private static final int PERIOD = 65_521; // a prime: no shift by a segment or a window looks like the stream itself

    private static final byte[] BYTES = bytes();

    private Stream() {}

    private static byte[] bytes() {
        byte[] bytes = new byte[PERIOD];
        SplitMix64 random = new SplitMix64(PERIOD);
        for (int i = 0; i < PERIOD; i++) {
            bytes[i] = (byte) random.nextLong();
        }
        return bytes;
    }

    /** The bytes from a place on, so many at most. */
    static ByteBuffer from(long place, long most) {
        int at = (int) (place % PERIOD);
        return ByteBuffer.wrap(BYTES, at, (int) Math.min(most, PERIOD - at));
    }

    /** Whether these are the bytes from a place on. */
    static boolean isAt(long place, ByteBuffer bytes) {
        long at = place;
        while (bytes.hasRemaining()) {
            ByteBuffer due = from(at, bytes.remaining());
            int length = due.remaining();
            if (!bytes.slice(bytes.position(), length).equals(due)) {
                return false;
            }
            bytes.position(bytes.position() + length);
            at += length;
        }
        return true;
    }
}
