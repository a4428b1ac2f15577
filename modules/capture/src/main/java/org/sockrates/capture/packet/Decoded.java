package org.sockrates.capture.packet;

import java.util.Optional;

/** What one packet says, as values: to show, and to analyse. Payload bytes are counted, not kept. */
public sealed interface Decoded permits Segment, Datagram, IcmpMessage, OtherPacket {
    /** From where to where; port 0 where there are no ports. */
    Flow flow();

    /** The packet's own length on the link, from the IP header on; that of a first fragment has none of the others. */
    int packetBytes();

    /** Which part of a packet that was cut in several it is; empty where it is all of it, or that is not read here. */
    default Optional<Fragment> part() {
        return Optional.empty();
    }

    /**
     * The same with all its fragments, where it is the first of them.
     *
     * @param end where in the whole the bytes of the last end
     */
    default Decoded joined(int end) {
        return this;
    }

    /** Reads a packet; whatever cannot be read is an {@link OtherPacket}. */
    static Decoded of(Packet packet) {
        return Decoding.of(packet);
    }
}
