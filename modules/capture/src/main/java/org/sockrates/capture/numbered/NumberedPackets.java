package org.sockrates.capture.numbered;

import java.util.List;
import org.sockrates.capture.ladder.Side;
import org.sockrates.transport.PacketHead;

/**
 * What crossed between two ends that number their packets.
 *
 * @param crossings in the order in which they left
 * @param numbers how many numbers there are; behind the last comes 0
 * @param window packets a receiver may keep that came early
 */
public record NumberedPackets(List<Crossing> crossings, long numbers, int window) {
    /** As many as 32 bits have, and a window as large as any. */
    private static final long ALL = 1L << 32;

    private static final int LARGEST_WINDOW = 65_536;

    /**
     * One packet.
     *
     * @param from the side it leaves
     * @param rule what hit it; empty when nothing did
     * @param lost whether it goes no further
     * @param arrivedNanos when each copy arrived
     */
    public record Crossing(
            Side from, PacketHead head, long sentNanos, String rule, boolean lost, List<Long> arrivedNanos) {
        public Crossing {
            arrivedNanos = List.copyOf(arrivedNanos);
        }
    }

    public NumberedPackets {
        crossings = List.copyOf(crossings);
    }

    /** All the numbers of 32 bits, and a window as large as any: what nobody was told of. */
    public NumberedPackets(List<Crossing> crossings) {
        this(crossings, ALL, LARGEST_WINDOW);
    }

    /** The number behind this one. */
    int behind(int number) {
        return (int) ((Integer.toUnsignedLong(number) + 1) % numbers);
    }

    /** Steps on the circle of numbers from one forward to another. */
    long steps(int from, int to) {
        return Math.floorMod(Integer.toUnsignedLong(to) - Integer.toUnsignedLong(from), numbers);
    }
}
