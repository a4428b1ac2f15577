package org.sockrates.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The packets under way, the next to arrive first; of two due at the same time the one that left first. */
final class Flight {
    private @Nullable WirePacket[] heap = new WirePacket[64];
    private int packets;
    private long order;

    boolean isEmpty() {
        return packets == 0;
    }

    /** The one due next; only when there is one. */
    WirePacket next() {
        return at(0);
    }

    void add(WirePacket packet) {
        if (packets == heap.length) {
            heap = Arrays.copyOf(heap, packets * 2);
        }
        packet.order = order++;
        int place = packets++;
        while (place > 0 && before(packet, at((place - 1) / 2))) {
            heap[place] = heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }
        heap[place] = packet;
    }

    /** Takes the one due next; only when there is one. */
    WirePacket take() {
        WirePacket taken = at(0);
        WirePacket last = at(--packets);
        heap[packets] = null;
        if (packets > 0) {
            sink(last);
        }
        return taken;
    }

    private void sink(WirePacket packet) {
        int place = 0;
        int child = 1;
        while (child < packets) {
            if (child + 1 < packets && before(at(child + 1), at(child))) {
                child++;
            }
            if (!before(at(child), packet)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
            child = 2 * place + 1;
        }
        heap[place] = packet;
    }

    private static boolean before(WirePacket one, WirePacket other) {
        long apart = one.dueNanos - other.dueNanos;
        return apart == 0 ? one.order < other.order : apart < 0;
    }

    private WirePacket at(int place) {
        WirePacket packet = heap[place];
        if (packet == null) {
            throw new IllegalStateException("nothing at " + place);
        }
        return packet;
    }
}
