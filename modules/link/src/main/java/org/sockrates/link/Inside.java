package org.sockrates.link;

import java.util.Arrays;

/** The packets inside a link, by the times they leave: a heap of numbers, for counting only. */
final class Inside {
    private long[] dueNanos = new long[16];
    private int[] bytes = new int[16];
    private int packets;
    private long totalBytes;
    private long leftBytes;

    int packets() {
        return packets;
    }

    long bytes() {
        return totalBytes;
    }

    /** The bytes of all that have left. */
    long leftBytes() {
        return leftBytes;
    }

    void enter(long due, int packetBytes) {
        if (packets == dueNanos.length) {
            dueNanos = Arrays.copyOf(dueNanos, packets * 2);
            bytes = Arrays.copyOf(bytes, packets * 2);
        }
        int at = packets++;
        totalBytes += packetBytes;
        while (at > 0 && dueNanos[(at - 1) / 2] > due) {
            put(at, dueNanos[(at - 1) / 2], bytes[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        put(at, due, packetBytes);
    }

    /** Lets everything leave that is due. */
    int leave(long nowNanos) {
        int left = 0;
        while (packets > 0 && dueNanos[0] <= nowNanos) {
            totalBytes -= bytes[0];
            leftBytes += bytes[0];
            left++;
            packets--;
            sink(dueNanos[packets], bytes[packets]);
        }
        return left;
    }

    private void sink(long due, int packetBytes) {
        int at = 0;
        int child = 1;
        while (child < packets) {
            if (child + 1 < packets && dueNanos[child + 1] < dueNanos[child]) {
                child++;
            }
            if (dueNanos[child] >= due) {
                break;
            }
            put(at, dueNanos[child], bytes[child]);
            at = child;
            child = 2 * at + 1;
        }
        put(at, due, packetBytes);
    }

    private void put(int at, long due, int packetBytes) {
        dueNanos[at] = due;
        bytes[at] = packetBytes;
    }
}
