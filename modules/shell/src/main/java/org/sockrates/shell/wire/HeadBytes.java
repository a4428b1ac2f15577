package org.sockrates.shell.wire;

import java.nio.ByteBuffer;
import org.sockrates.capture.packet.Packet;
import org.sockrates.wire.WirePacket;

/** The beginning of a packet, copied: as much as its headers can need, and never the payload of a large one. */
final class HeadBytes {
    private static final int MOST_BYTES = 160; // IPv6 40, an extension, TCP 60

    private HeadBytes() {}

    static Packet of(WirePacket packet, long nanos) {
        ByteBuffer bytes = packet.bytes();
        int length = bytes.remaining();
        byte[] head = new byte[Math.min(length, MOST_BYTES)];
        bytes.get(bytes.position(), head);
        return new Packet(nanos, ByteBuffer.wrap(head), length, 0, "");
    }
}
