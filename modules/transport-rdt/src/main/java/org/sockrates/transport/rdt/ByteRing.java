package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Bytes that wait: to be sent, or to be received. It is as long as it has to be, up to what it may be. */
final class ByteRing {
    private static final int FIRST_BYTES = 4 * 1024;

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
        int taken = Math.min(freeBytes(), bytes.remaining());
        growTo(size + taken);
        for (int left = taken; left > 0; ) {
            int at = (first + size) % ring.length;
            int run = Math.min(left, ring.length - at);
            bytes.get(ring, at, run);
            size += run;
            left -= run;
        }
        return taken;
    }

    private void growTo(int needed) {
        if (needed > ring.length) {
            byte[] longer = new byte[Math.min(capacity, Math.max(Math.max(FIRST_BYTES, needed), 2 * ring.length))];
            int held = take(ByteBuffer.wrap(longer));
            ring = longer;
            first = 0;
            size = held;
        }
    }

    /** As many as there are and fit. */
    int take(ByteBuffer into) {
        int taken = Math.min(size, into.remaining());
        for (int left = taken; left > 0; ) {
            int run = Math.min(left, ring.length - first);
            into.put(ring, first, run);
            first = (first + run) % ring.length;
            size -= run;
            left -= run;
        }
        return taken;
    }
}
