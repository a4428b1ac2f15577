package org.sockrates.transport.framing;

import java.nio.ByteBuffer;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.UsageException;

/**
 * Each message is followed by one certain byte, as lines are. The sender need not know a length; but no message may hold
 * that byte, and only a limit keeps a reader from collecting a line that never ends.
 *
 * @param end the byte that ends a message; a {@code \r} before it is part of the message
 * @param mostBytes the longest message, without its end
 */
public record Delimiter(byte end, int mostBytes) implements Framing {
    /** Lines of at most 8 KiB. */
    public static final Delimiter LINE = new Delimiter((byte) '\n', 8 * 1024);

    public Delimiter {
        if (mostBytes < 0 || mostBytes > Integer.MAX_VALUE - 64) {
            throw new UsageException("delimiter", Integer.toString(mostBytes), "0 or more bytes");
        }
    }

    @Override
    public int headBytes() {
        return 0;
    }

    @Override
    public int tailBytes() {
        return 1;
    }

    @Override
    public void mark(ByteBuffer message, ByteBuffer head, ByteBuffer tail) {
        if (message.remaining() > mostBytes) {
            throw new UsageException("frame: " + message.remaining() + " bytes (limit: " + mostBytes + "); split it");
        }
        int at = indexOfEnd(message, message.position(), message.limit());
        if (at >= 0) {
            throw new UsageException("frame: byte " + (at - message.position()) + " of the message is " + shownEnd()
                    + ", which would end it; escape it, or use a length prefix");
        }
        tail.put(end);
    }

    @Override
    public int find(ByteBuffer stream, int start, int end, int seen) throws FrameException {
        int at = indexOfEnd(stream, start + seen, end);
        int length = at < 0 ? end - start : at - start;
        if (length > mostBytes) {
            throw new FrameException("frame: no " + shownEnd() + " within " + mostBytes + " bytes (limit: " + mostBytes
                    + ")" + Guess.of(stream, start, end));
        }
        return at < 0 ? NOT_YET : length;
    }

    private int indexOfEnd(ByteBuffer bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes.get(i) == end) {
                return i;
            }
        }
        return -1;
    }

    private String shownEnd() {
        return SafeText.quote(ByteBuffer.wrap(new byte[] {end}), 1);
    }
}
