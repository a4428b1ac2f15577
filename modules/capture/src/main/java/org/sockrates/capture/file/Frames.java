package org.sockrates.capture.file;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.capture.file.Capture.Skipped;
import org.sockrates.capture.packet.Packet;

/** Makes packets of a file's frames, and counts those that hold none. */
final class Frames {
    /** Longer than any packet: what is longer still is no capture. */
    static final int LARGEST = 1 << 20;

    private long seen;
    private long skipped;
    private String why = "";

    /**
     * The packet in a frame, copied.
     *
     * @param frame what was kept of it, position to limit
     * @param originalBytes how long the frame was on the link
     */
    Optional<Packet> packet(
            int linkType, long timeNanos, ByteBuffer frame, long originalBytes, int point, String comment) {
        seen++;
        int header = LinkLayer.headerBytes(linkType, frame);
        if (header < 0) {
            skipped++;
            String reason = switch (header) {
                case LinkLayer.UNKNOWN_LINK -> "link type " + linkType + " (expected: " + LinkLayer.known() + ")";
                case LinkLayer.OTHER_VERSION -> "IP of another version than its link says";
                default -> "no IP";
            };
            why = why.isEmpty() ? reason : why;
            return Optional.empty();
        }
        byte[] kept = new byte[frame.remaining() - header];
        frame.get(frame.position() + header, kept);
        int original = (int) Math.max(kept.length, Math.min(originalBytes - header, LARGEST));
        return Optional.of(new Packet(timeNanos, ByteBuffer.wrap(kept), original, point, comment, seen));
    }

    Skipped skipped() {
        return new Skipped(skipped, why);
    }
}
