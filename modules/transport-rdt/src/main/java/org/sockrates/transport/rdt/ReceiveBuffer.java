package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Bytes that have come and were not received yet: a ring, made when the first one comes. */
final class ReceiveBuffer {
    private final int capacity;
    private byte[] ring = {};
    private int first;
    private int size;

    ReceiveBuffer(int capacity) {
        this.capacity = capacity;
    }

    int availableBytes() {
        return size;
    }

    int freeBytes() {
        return capacity - size;
    }

    /** @param bytes no more than {@link #freeBytes} */
    void put(ByteBuffer bytes) {
        if (ring.length == 0) {
            ring = new byte[capacity];
        }
        while (bytes.hasRemaining()) {
            int at = (first + size) % capacity;
            int run = Math.min(bytes.remaining(), capacity - at);
            bytes.get(ring, at, run);
            size += run;
        }
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
