package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** Writes a receiver's acknowledgements. */
final class Acknowledger {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ProtocolSettings settings;
    private final Outside outside;
    private final Packet writer = new Packet();
    private final ByteBuffer packet = ByteBuffer.allocate(Packet.HEADER_BYTES);

    Acknowledger(ProtocolSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    /** @param next every number before it has arrived */
    void acknowledge(int number, int next) {
        writer.write(packet, Packet.Type.ACK, settings.connection(), number, next, outside.room(), NOTHING);
        outside.transmit(packet);
    }
}
