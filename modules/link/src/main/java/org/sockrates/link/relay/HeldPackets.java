package org.sockrates.link.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.sockrates.link.Gate;
import org.sockrates.link.LinkReport;
import org.sockrates.link.Lost;

/**
 * What waits in front of a link whose gate is shut, first in first out. A packet is counted with its bytes or not at
 * all, so that a report balances whenever it is made. Not for two threads at once.
 */
final class HeldPackets {
    /** What a packet takes beside its bytes, about: an empty one is not for nothing. */
    static final int OVERHEAD_BYTES = 256;

    private final ArrayDeque<Packet> packets = new ArrayDeque<>();
    private final Lost refused = new Lost("no-room");
    private final long mostBytes;
    private long bytes;

    /** @param bytes how many it carries, whatever its link has read of them by now */
    private record Packet(int bytes, Runnable onward) {}

    /** @param mostBytes that all packets may take, each with its overhead */
    HeldPackets(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** Keeps a packet and how it goes on; answers false, and counts it as lost, when there is no room for it. */
    boolean add(ByteBuffer packet, Runnable onward) {
        int more = packet.remaining();
        if (bytes + more + (packets.size() + 1L) * OVERHEAD_BYTES > mostBytes) {
            refused.add(more);
            return false;
        }
        packets.add(new Packet(more, onward));
        bytes += more;
        return true;
    }

    /** Lets go on what the gate lets pass now, the oldest first. */
    void flow(Gate gate) {
        while (!packets.isEmpty() && gate.pass()) {
            Packet oldest = packets.remove();
            bytes -= oldest.bytes();
            oldest.onward().run();
        }
    }

    /** A link's report, with what waits in front of it and what found no room to wait. */
    LinkReport addedTo(LinkReport report) {
        return refused.before(report.waiting(packets.size(), bytes));
    }
}
