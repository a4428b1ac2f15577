package org.sockrates.transport.rdt;

import org.sockrates.transport.UsageException;

/**
 * The numbers that packets bear, which come round again. On a real line there are 2^32 of them; a lesson takes fewer, to
 * see what happens then: a receiver that cannot tell a new packet from an old one.
 *
 * @param count how many there are, 2 to 2^32
 */
public record Numbers(long count) {
    /** All that fit into a packet. */
    public static final Numbers ALL = new Numbers(1L << 32);

    public Numbers {
        if (count < 2 || count > 1L << 32) {
            throw new UsageException("numbers", Long.toString(count), "2 to 2^32");
        }
    }

    /** The number so many steps on. */
    public int plus(int number, int steps) {
        return (int) Math.floorMod(Integer.toUnsignedLong(number) + steps, count);
    }

    /** How many steps lead from one number to the other, 0 to count - 1. */
    public long steps(int from, int to) {
        return Math.floorMod(Integer.toUnsignedLong(to) - Integer.toUnsignedLong(from), count);
    }
}
