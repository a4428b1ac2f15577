package org.sockrates.transport.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Bytes to send, and what they look like when they arrive. */
public final class Payload {
    private static final int ROW = 256;

    /** All rows the pattern is made of, one after the other: in each, every byte once. */
    private static final byte[] ROWS = rows();

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
        for (long at = from; bytes.hasRemaining(); ) {
            int inRow = (int) (at % ROW);
            int length = Math.min(ROW - inRow, bytes.remaining());
            bytes.put(ROWS, row(at) * ROW + inRow, length);
            at += length;
        }
        return bytes.flip();
    }

    /** Which of the rows an index stands in: neighbours differ, also 256 rows further. */
    private static int row(long index) {
        return (int) ((index >>> 8) * 7 + (index >>> 16)) & 0xff;
    }

    private static byte[] rows() {
        byte[] rows = new byte[ROW * ROW];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i * 31 + i / ROW);
        }
        return rows;
    }
}
