package org.sockrates.transport.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes to send, and what they look like when they arrive. */
public final class Payload {
    private Payload() {}

    public static ByteBuffer of(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What is between position and limit; the buffer is not moved. */
    public static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    /** Bytes that can be told from their neighbours: which one stands at an index follows from the index alone. */
    public static ByteBuffer pattern(long from, int size) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(size);
        for (int i = 0; i < size; i++) {
            bytes.put(at(from + i));
        }
        return bytes.flip();
    }

    /** The byte of the pattern at an index. */
    public static byte at(long index) {
        return (byte) (index * 31 + (index >>> 8) * 7 + (index >>> 16));
    }
}
