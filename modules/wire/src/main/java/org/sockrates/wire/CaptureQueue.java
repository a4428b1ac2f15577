package org.sockrates.wire;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Packets on their way to a file: one thread puts copies in, another takes them out, and neither waits for the other. It
 * holds so many packets and so many bytes and no more; it allocates nothing but itself.
 */
final class CaptureQueue {
    private final Slot[] slots;
    private final ByteBuffer bytes;
    private final AtomicLong put = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong freed = new AtomicLong();

    // What the putting thread knows: it looks at what the other has taken, which costs much, where there seems no room.
    private long end;
    private long knownTaken;
    private long knownFreed;

    /** One packet, as it lies in the ring of bytes. */
    static final class Slot {
        private int point;
        private long nanos;
        private int length;
        private int originalBytes;
        private long from;
        private long to;
        private @Nullable String comment;

        int point() {
            return point;
        }

        long nanos() {
            return nanos;
        }

        /** How long the packet was, of which perhaps only the beginning is kept. */
        int originalBytes() {
            return originalBytes;
        }

        /** Empty when there is nothing to say. */
        String comment() {
            return comment == null ? "" : comment;
        }
    }

    CaptureQueue(int mostPackets, int mostBytes) {
        slots = new Slot[mostPackets];
        for (int i = 0; i < mostPackets; i++) {
            slots[i] = new Slot();
        }
        bytes = ByteBuffer.allocate(mostBytes);
    }

    /** Puts a copy of so many bytes of a packet in; answers false when there is no room for it. */
    boolean offer(int point, long nanos, ByteBuffer packet, int length, String comment) {
        long number = put.getPlain();
        long from = end;
        int at = (int) (from % bytes.capacity());
        if (at + length > bytes.capacity()) {
            from += bytes.capacity() - at; // a packet lies in one piece
            at = 0;
        }
        if (!hasRoom(number, from + length)) {
            knownTaken = taken.getAcquire();
            knownFreed = freed.getAcquire();
            boolean emptied = knownTaken == number && length <= bytes.capacity();
            if (!emptied && !hasRoom(number, from + length)) {
                return false;
            }
        }
        bytes.put(at, packet, packet.position(), length);
        Slot slot = slots[(int) (number % slots.length)];
        slot.point = point;
        slot.nanos = nanos;
        slot.length = length;
        slot.originalBytes = packet.remaining();
        slot.from = from;
        slot.to = from + length;
        slot.comment = comment;
        end = slot.to;
        put.setRelease(number + 1);
        return true;
    }

    private boolean hasRoom(long number, long to) {
        return number - knownTaken < slots.length && to - knownFreed <= bytes.capacity();
    }

    /** The oldest, or null when there is none; it stays until {@link #release}. */
    @Nullable
    Slot peek() {
        long number = taken.getPlain();
        return number == put.getAcquire() ? null : slots[(int) (number % slots.length)];
    }

    /** The bytes of a slot, in a view that is pointed at them. */
    void show(Slot slot, ByteBuffer view) {
        int at = (int) (slot.from % bytes.capacity());
        view.limit(at + slot.length).position(at);
    }

    /** A view for {@link #show}. */
    ByteBuffer view() {
        return bytes.duplicate();
    }

    /** The oldest is done with. */
    void release(Slot slot) {
        freed.setRelease(slot.to);
        taken.setRelease(taken.getPlain() + 1);
    }
}
