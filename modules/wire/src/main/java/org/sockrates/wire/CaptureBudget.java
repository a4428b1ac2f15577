package org.sockrates.wire;

/**
 * How much of each packet a capture keeps: all of it, as long as no more comes than a disk takes without slowing the wire
 * down; beyond that its headers, and the file says how long the packet was. Reads no clock.
 */
final class CaptureBudget {
    /** All headers of TCP over IPv6, with every option. */
    static final int HEADERS = 128;

    private final long burstBytes;
    private final long bytesPerSecond;
    private long bytesLeft;
    private long lastNanos;
    private boolean begun;

    /**
     * @param burstBytes kept whole at once
     * @param bytesPerSecond kept whole for long
     */
    CaptureBudget(long burstBytes, long bytesPerSecond) {
        this.burstBytes = burstBytes;
        this.bytesPerSecond = bytesPerSecond;
        bytesLeft = burstBytes;
    }

    /** How many bytes are kept of a packet that long, seen then. */
    int of(int packetBytes, long nanos) {
        long passed = begun ? Math.max(0, nanos - lastNanos) : 0;
        long earned = passed > 1_000_000_000L ? burstBytes : passed * bytesPerSecond / 1_000_000_000L;
        if (earned > 0 || !begun) {
            bytesLeft = Math.min(burstBytes, bytesLeft + earned);
            lastNanos = nanos;
            begun = true;
        }
        int kept = packetBytes <= bytesLeft ? packetBytes : Math.min(packetBytes, HEADERS);
        bytesLeft = Math.max(0, bytesLeft - kept);
        return kept;
    }
}
