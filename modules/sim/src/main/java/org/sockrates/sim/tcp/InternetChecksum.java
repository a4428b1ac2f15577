package org.sockrates.sim.tcp;

import java.nio.ByteBuffer;

/** The sum of 16-bit words in ones' complement (RFC 1071). */
final class InternetChecksum {
    private InternetChecksum() {}

    /** Adds the bytes of a range to a sum that is not folded yet; an odd last byte counts as if a zero followed. */
    static long add(long sum, ByteBuffer bytes, int from, int to) {
        long total = sum;
        int at = from;
        for (; at + Integer.BYTES <= to; at += Integer.BYTES) {
            total += Integer.toUnsignedLong(bytes.getInt(at));
        }
        if (at + Short.BYTES <= to) {
            total += Short.toUnsignedLong(bytes.getShort(at));
            at += Short.BYTES;
        }
        return at < to ? total + (long) (bytes.get(at) & 0xff) * 0x100 : total;
    }

    /** What is written into a header so that all of it sums to {@code 0xffff}. */
    static short of(long sum) {
        return (short) ~folded(sum);
    }

    /** Whether what was summed, its checksum included, is unharmed. */
    static boolean holds(long sum) {
        return folded(sum) == 0xffff;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }
}
