package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/** Numbers in network order at absolute places, whatever order the buffer itself is set to. */
final class Octets {
    /** Where a view points that was wrapped around nothing: every reading fails. */
    static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private Octets() {}

    static int u8(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xff;
    }

    static int u16(ByteBuffer bytes, int at) {
        return u8(bytes, at) << 8 | u8(bytes, at + 1);
    }

    static int i32(ByteBuffer bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    static long u32(ByteBuffer bytes, int at) {
        return i32(bytes, at) & 0xffff_ffffL;
    }

    static void u16(ByteBuffer bytes, int at, int value) {
        bytes.put(at, (byte) (value >> 8));
        bytes.put(at + 1, (byte) value);
    }

    /** The value, unless nothing is there to have it. */
    static int there(ByteBuffer bytes, int value) {
        if (bytes.limit() == 0) {
            throw new IndexOutOfBoundsException("nothing is wrapped");
        }
        return value;
    }

    /** How many of the wanted bytes lie inside the buffer's limit; 0 where the place itself does not. */
    static int inside(ByteBuffer bytes, int offset, int wanted) {
        if (offset < 0 || offset > bytes.limit()) {
            return 0;
        }
        return Math.max(0, Math.min(wanted, bytes.limit() - offset));
    }
}
