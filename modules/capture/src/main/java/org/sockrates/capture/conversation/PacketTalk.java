package org.sockrates.capture.conversation;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.traffic.SeenPacket;

/**
 * The packets of one conversation, and nothing of its calls.
 *
 * @param left who sent the first; its own address
 * @param right the other's own address
 * @param crossings in the order in which they left
 */
public record PacketTalk(String transport, InetSocketAddress left, InetSocketAddress right, List<Crossing> crossings) {
    /**
     * One packet.
     *
     * @param fromLeft whether {@code left} sent it
     * @param pieces in how many fragments it crossed
     * @param analysed what it means, where it is a segment
     */
    public record Crossing(boolean fromLeft, SeenPacket packet, int pieces, Optional<Analysed> analysed) {}

    /** Whether they are segments of a stream. */
    boolean stream() {
        return crossings.get(0).analysed().isPresent();
    }

    /** The same two, with other packets of theirs. */
    PacketTalk with(List<Crossing> others) {
        return new PacketTalk(transport, left, right, others);
    }

    long beginNanos() {
        return crossings.get(0).packet().sentNanos();
    }

    /** Whether it is between these two. */
    boolean joins(InetSocketAddress one, InetSocketAddress other) {
        return (left.equals(one) && right.equals(other)) || (left.equals(other) && right.equals(one));
    }
}
