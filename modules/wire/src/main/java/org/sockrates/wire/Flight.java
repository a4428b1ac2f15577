package org.sockrates.wire;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The packets under way, the next to arrive first; of two due at the same time the one that left first. */
final class Flight {
    private static final Comparator<WirePacket> NEXT = (one, other) -> one.dueNanos == other.dueNanos
            ? Long.compare(one.order, other.order)
            : Long.signum(one.dueNanos - other.dueNanos);

    private final PriorityQueue<WirePacket> packets = new PriorityQueue<>(NEXT);
    private long order;

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** The one due next; only when there is one. */
    WirePacket next() {
        return packets.element();
    }

    void add(WirePacket packet) {
        packet.order = order++;
        packets.add(packet);
    }

    /** Takes the one due next; only when there is one. */
    WirePacket take() {
        return packets.remove();
    }
}
