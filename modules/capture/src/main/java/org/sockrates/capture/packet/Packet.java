package org.sockrates.capture.packet;

import java.nio.ByteBuffer;

/**
 * One IP packet as it was kept, from its IP header on. Not decoded: see {@link Decoded#of(Packet)}.
 *
 * @param timeNanos when, in nanoseconds since 1970 where it comes from a file
 * @param bytes what was kept of it, from position to limit; read only by absolute or duplicate access
 * @param originalBytes how long it was on the link
 * @param interfaceNumber where it was seen, counted from 0: a vantage point
 * @param comment what whoever kept it said of it; empty where nothing
 * @param number its frame's in its file, counted from 1, as other tools do; 0 where it comes from none
 */
public record Packet(
        long timeNanos, ByteBuffer bytes, int originalBytes, int interfaceNumber, String comment, long number) {
    public Packet {
        bytes = bytes.asReadOnlyBuffer();
        originalBytes = Math.max(originalBytes, bytes.remaining());
    }

    /** A packet that comes from no file. */
    public Packet(long timeNanos, ByteBuffer bytes, int originalBytes, int interfaceNumber, String comment) {
        this(timeNanos, bytes, originalBytes, interfaceNumber, comment, 0);
    }

    /** A packet that was kept whole. */
    public static Packet whole(long timeNanos, ByteBuffer bytes, int interfaceNumber) {
        return new Packet(timeNanos, bytes, bytes.remaining(), interfaceNumber, "");
    }

    /** What was kept, in a buffer of its own position. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** What verifying came to of as much as was kept of it. */
    public Checksum.Verdict verdict() {
        return Checksum.verify(this);
    }

    /** Points a view at it. */
    public PacketView.Carries view(PacketView view) {
        return view.wrap(bytes, bytes.position(), bytes.remaining(), originalBytes);
    }
}
