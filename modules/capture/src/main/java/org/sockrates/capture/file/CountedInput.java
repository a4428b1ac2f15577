package org.sockrates.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A stream that knows how far it is, so that a fault can say where; it never reads ahead and keeps one block at most. */
final class CountedInput {
    private static final int FIRST_BUFFER = 4_096;

    private final String file;
    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private long offset;

    CountedInput(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    long offset() {
        return offset;
    }

    /**
     * The next bytes, valid until the next call; fewer, but not none, are a fault.
     *
     * @param what the file would end inside of
     * @return empty at the end of the file
     */
    ByteBuffer upTo(int bytes, String what) throws IOException {
        buffer = bytes <= buffer.length ? buffer : Arrays.copyOf(buffer, Math.max(bytes, buffer.length * 2));
        int got = in.readNBytes(buffer, 0, bytes);
        if (got > 0 && got < bytes) {
            throw cut(what, bytes - got);
        }
        offset += got;
        return ByteBuffer.wrap(buffer, 0, got);
    }

    /** The next bytes, all of them, valid until the next call. */
    ByteBuffer exactly(int bytes, String what) throws IOException {
        ByteBuffer got = upTo(bytes, what);
        if (got.remaining() < bytes) {
            throw cut(what, bytes);
        }
        return got;
    }

    /** Passes over bytes without keeping them. */
    void skip(long bytes, String what) throws IOException {
        long left = bytes;
        while (left > 0) {
            int got = in.read(buffer, 0, (int) Math.min(left, FIRST_BUFFER));
            if (got < 0) {
                throw cut(what, left);
            }
            left -= got;
            offset += got;
        }
    }

    CaptureFaultException fault(long at, String what, String expected) {
        return new CaptureFaultException(file, at, what, expected);
    }

    private CaptureFaultException cut(String what, long missing) {
        return fault(offset, "the file ends inside " + what, missing + " bytes more");
    }
}
