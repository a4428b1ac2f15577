package org.sockrates.transport.framing;

import java.nio.ByteBuffer;
import org.sockrates.transport.UsageException;

/**
 * Each message follows its length: four bytes, the most significant first (network byte order). Any bytes may be in a
 * message; the sender must know its length before the first of them.
 *
 * @param mostBytes the longest message; a peer that announces more is not believed
 */
public record LengthPrefix(int mostBytes) implements Framing {
    /** 16 MiB: long enough for anything a lab sends. */
    public static final LengthPrefix USUAL = new LengthPrefix(16 * 1024 * 1024);

    public LengthPrefix {
        if (mostBytes < 0 || mostBytes > Integer.MAX_VALUE - 64) {
            throw new UsageException("length prefix", Integer.toString(mostBytes), "0 or more bytes");
        }
    }

    @Override
    public int headBytes() {
        return Integer.BYTES;
    }

    @Override
    public int tailBytes() {
        return 0;
    }

    @Override
    public void mark(ByteBuffer message, ByteBuffer head, ByteBuffer tail) {
        if (message.remaining() > mostBytes) {
            throw new UsageException("frame: " + message.remaining() + " bytes (limit: " + mostBytes + "); split it");
        }
        putLength(head, message.remaining());
    }

    @Override
    public int find(ByteBuffer stream, int start, int end, int seen) throws FrameException {
        if (end - start < Integer.BYTES) {
            return NOT_YET;
        }
        int length = length(stream, start);
        if (length < 0 || length > mostBytes) {
            throw new FrameException("frame: the peer announces " + Integer.toUnsignedLong(length) + " bytes (limit: "
                    + mostBytes + ")" + Guess.of(length, mostBytes));
        }
        return end - start - Integer.BYTES < length ? NOT_YET : length;
    }

    // byte by byte: the buffer's own byte order is its owner's business

    private static void putLength(ByteBuffer head, int length) {
        head.put((byte) (length >>> 24))
                .put((byte) (length >>> 16))
                .put((byte) (length >>> 8))
                .put((byte) length);
    }

    private static int length(ByteBuffer stream, int at) {
        return stream.get(at) << 24
                | (stream.get(at + 1) & 0xff) << 16
                | (stream.get(at + 2) & 0xff) << 8
                | (stream.get(at + 3) & 0xff);
    }
}
