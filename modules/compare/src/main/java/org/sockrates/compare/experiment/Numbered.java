package org.sockrates.compare.experiment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.sockrates.transport.SplitMix64;

/**
 * Messages that can be told apart and checked: a checksum of all that follows it, a number, the time it was sent, and
 * filler drawn with the seed. One writer or reader; not for two threads.
 */
final class Numbered {
    /** Four bytes checksum, four bytes number, eight bytes time. */
    static final int HEAD_BYTES = 16;

    private static final int CHECKED_FROM = 4;

    private final ByteBuffer buffer;
    private final CRC32 check = new CRC32();

    /** @param bytes the size of each message, at least {@link #HEAD_BYTES} */
    Numbered(int bytes, long seed) {
        buffer = ByteBuffer.allocateDirect(bytes);
        SplitMix64 lots = new SplitMix64(seed);
        for (int i = HEAD_BYTES; i < bytes; i++) {
            buffer.put(i, (byte) lots.nextInt(256));
        }
    }

    /** The message of that number, to be sent; valid until the next one. */
    ByteBuffer write(int number, long sentNanos) {
        buffer.clear();
        buffer.putInt(4, number).putLong(8, sentNanos);
        return buffer.putInt(0, checksum(buffer));
    }

    /** Whether a message arrived as it was sent; others have no number and no time. */
    boolean isSound(ByteBuffer message) {
        return message.remaining() >= HEAD_BYTES && message.getInt(0) == checksum(message);
    }

    static int number(ByteBuffer message) {
        return message.getInt(4);
    }

    static long sentNanos(ByteBuffer message) {
        return message.getLong(8);
    }

    private int checksum(ByteBuffer message) {
        check.reset();
        check.update(message.duplicate().position(CHECKED_FROM));
        return (int) check.getValue();
    }
}
