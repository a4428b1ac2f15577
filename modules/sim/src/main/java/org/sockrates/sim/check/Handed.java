package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that a protocol is handed for the length of one call: somewhere in a larger buffer, since nobody promises that they
 * begin it, and something else as soon as the call has returned, for whoever kept them.
 */
final class Handed {
    private static final int FRONT = 3;
    private static final byte RUBBISH = 0x5a;

    private final byte[] array = new byte[FRONT + Wire.LONGEST_BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(array);
    private @Nullable ByteBuffer original;

    /** @param bytes that stay as they are until {@link #takeBack} */
    ByteBuffer hand(ByteBuffer bytes) {
        original = bytes;
        return buffer.clear().position(FRONT).put(bytes.duplicate()).flip().position(FRONT);
    }

    /** Whether they are what they were. */
    boolean takeBack() {
        ByteBuffer was = original;
        if (was == null) {
            return true;
        }
        int end = FRONT + was.remaining();
        boolean untouched = buffer.clear().position(FRONT).limit(end).equals(was);
        Arrays.fill(array, FRONT, end, RUBBISH);
        original = null;
        return untouched;
    }
}
