package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Bytes that wait: to be sent, or to be received. Made when the first one comes. */
final class ByteRing {
    private final int capacity;
    private byte[] ring = {};
    private int first;
    private int size;

    ByteRing(int capacity) {
        this.capacity = capacity;
    }

    int availableBytes() {
        return size;
    }

    int freeBytes() {
        return capacity - size;
    }

    /**
     * Takes as many as there is room for.
     *
     * @return how many
     */
    int put(ByteBuffer bytes) {
        if (ring.length == 0) {
            ring = new byte[capacity];
        }
        int taken = Math.min(freeBytes(), bytes.remaining());
        for (int left = taken; left > 0; ) {
            int at = (first + size) % capacity;
            int run = Math.min(left, capacity - at);
            bytes.get(ring, at, run);
            size += run;
            left -= run;
        }
        return taken;
    }

    /** As many as there are and fit. */
    int take(ByteBuffer into) {
        int taken = Math.min(size, into.remaining());
        for (int left = taken; left > 0; ) {
            int run = Math.min(left, capacity - first);
            into.put(ring, first, run);
            first = (first + run) % capacity;
            size -= run;
            left -= run;
        }
        return taken;
    }
}
