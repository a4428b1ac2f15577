package org.sockrates.link;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What a paused relay holds back, first in first out. A packet is counted with its bytes or not at all, so that a report
 * balances whenever it is made. Not for two threads at once.
 */
final class HeldPackets {
    private final ArrayDeque<Packet> packets = new ArrayDeque<>();
    private final long mostBytes;
    private long bytes;

    /** @param bytes how many it carries, whatever its sender has read of them by now */
    private record Packet(int bytes, Runnable send) {}

    HeldPackets(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** Keeps a packet and how it is sent; answers false, and keeps nothing, when there is no room for it. */
    boolean add(ByteBuffer packet, Runnable send) {
        int more = packet.remaining();
        if (bytes + more > mostBytes) {
            return false;
        }
        packets.add(new Packet(more, send));
        bytes += more;
        return true;
    }

    /** Takes the oldest, to be sent; null when there is none. */
    @Nullable
    Runnable poll() {
        Packet oldest = packets.poll();
        if (oldest == null) {
            return null;
        }
        bytes -= oldest.bytes();
        return oldest.send();
    }

    /** A report of packets that left the link, without those that wait here. */
    LinkReport heldFrom(LinkReport passed) {
        return passed.held(packets.size(), bytes);
    }
}
