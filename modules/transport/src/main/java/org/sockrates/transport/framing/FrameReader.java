package org.sockrates.transport.framing;

import java.nio.ByteBuffer;

/**
 * Finds messages in the bytes of one stream: bytes in by {@link #room()}, messages out by {@link #next}. It does no I/O
 * and has no thread. Its memory is bounded by the framing's longest frame, and grows only as bytes really come.
 */
public final class FrameReader {
    /** What {@link #next} answers when more bytes must come first. */
    public static final int NOT_YET = Framing.NOT_YET;

    private static final int FIRST_BYTES = 64 * 1024;

    private final Framing framing;
    /** Bytes from {@code start} to its position have come and were not handed out. */
    private ByteBuffer stream;

    private int start;
    private int seen;
    private int truncatedBytes;

    public FrameReader(Framing framing) {
        this.framing = framing;
        this.stream = ByteBuffer.allocateDirect((int) Math.min(FIRST_BYTES, longestFrameBytes()));
    }

    private long longestFrameBytes() {
        return Math.max(1, (long) framing.headBytes() + framing.mostBytes() + framing.tailBytes());
    }

    /**
     * Where the next bytes of the stream go: put at least one from its position on, then call {@link #next} until it says
     * {@link #NOT_YET}. The same buffer as long as there is room in it.
     */
    public ByteBuffer room() {
        if (start == stream.position()) {
            stream.clear();
            start = 0;
        } else if (!stream.hasRemaining()) {
            makeRoom();
        }
        return stream;
    }

    private void makeRoom() {
        boolean full = start == 0;
        ByteBuffer unread = stream.flip().position(start);
        stream = full ? ByteBuffer.allocateDirect(grown()).put(unread) : unread.compact();
        start = 0;
    }

    private int grown() {
        return (int) Math.min(2L * stream.capacity(), longestFrameBytes());
    }

    /**
     * The next message, if all of it is here.
     *
     * @param into filled from its position on; what does not fit is lost, see {@link #truncatedBytes()}
     * @return how many bytes {@code into} got, or {@link #NOT_YET}
     * @throws FrameException when the stream cannot be read on
     */
    public int next(ByteBuffer into) throws FrameException {
        int arrived = stream.position() - start;
        int length = framing.find(stream, start, stream.position(), seen);
        if (length == NOT_YET) {
            seen = arrived;
            return NOT_YET;
        }
        int fitting = Math.min(length, into.remaining());
        into.put(into.position(), stream, start + framing.headBytes(), fitting);
        into.position(into.position() + fitting);
        start += framing.headBytes() + length + framing.tailBytes();
        seen = 0;
        truncatedBytes = length - fitting;
        return fitting;
    }

    /** How many bytes of the last message did not fit and are lost. */
    public int truncatedBytes() {
        return truncatedBytes;
    }

    /**
     * Says that the stream has ended.
     *
     * @throws FrameException when that was in the middle of a frame; says how much of it had come
     */
    public void end() throws FrameException {
        int arrived = stream.position() - start;
        if (arrived > 0) {
            throw new FrameException("frame: the stream ended inside one, after " + arrived + " bytes of it"
                    + Guess.of(stream, start, stream.position()));
        }
    }
}
