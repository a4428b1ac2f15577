package org.sockrates.transport.framing;

import java.nio.ByteBuffer;

/**
 * How the ends of messages are marked on a stream. Has no state: one instance serves any number of streams, and {@link
 * FrameReader} remembers where each of them is.
 */
public interface Framing {
    /** What {@link #find} answers when the frame's end has not come yet. */
    int NOT_YET = -1;

    /** The longest message allowed, without its mark. */
    int mostBytes();

    /** How many bytes of a frame stand before its message. */
    int headBytes();

    /** How many bytes of a frame stand after its message. */
    int tailBytes();

    /**
     * Writes what stands before and after a message.
     *
     * @param message looked at, not moved
     * @throws org.sockrates.transport.UsageException when it is too long, or holds what would be taken for its end
     */
    void mark(ByteBuffer message, ByteBuffer head, ByteBuffer tail);

    /**
     * How many bytes the message has whose frame begins at {@code start}, or {@link #NOT_YET}.
     *
     * @param stream read by index, between {@code start} and {@code end} only
     * @param seen how many bytes from {@code start} on were there at an earlier call, in vain
     * @throws FrameException when these bytes cannot become a frame
     */
    int find(ByteBuffer stream, int start, int end, int seen) throws FrameException;
}
