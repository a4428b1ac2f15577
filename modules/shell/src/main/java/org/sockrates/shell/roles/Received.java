package org.sockrates.shell.roles;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What came back of a request: its beginning is kept, all of it is counted and held against what was sent. */
final class Received {
    private static final int MOST_KEPT = 1 << 20;

    private final byte[] request;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int count;
    private boolean same = true;

    Received(byte[] request) {
        this.request = request;
    }

    /** The next piece: so many bytes from the front. */
    void add(byte[] piece, int length) {
        int room = request.length - count;
        same &= length <= room && Arrays.equals(request, count, count + length, piece, 0, length);
        kept.write(piece, 0, Math.min(length, MOST_KEPT - kept.size()));
        count += length;
    }

    /** Bytes, in all. */
    int count() {
        return count;
    }

    /** The first of them, 1 MiB at most. */
    byte[] beginning() {
        return kept.toByteArray();
    }

    /** Whether every byte sent came back, and no other. */
    boolean asSent() {
        return same && count == request.length;
    }

    /** Whoever sends so much does not end: 1 MiB beyond what an echo would be. */
    int most() {
        return request.length + MOST_KEPT;
    }

    /** Whether nobody waits for its end any more. */
    boolean isEnough() {
        return count >= most();
    }
}
