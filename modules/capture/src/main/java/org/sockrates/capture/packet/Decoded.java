package org.sockrates.capture.packet;

/** What one packet says, as values: to show, and to analyse. Payload bytes are counted, not kept. */
public sealed interface Decoded permits Segment, Datagram, IcmpMessage, OtherPacket {
    /** From where to where; port 0 where there are no ports. */
    Flow flow();

    /** The packet's length on the link, from the IP header on; that of a fragmented datagram as if it were in one. */
    int packetBytes();

    /** Reads a packet; whatever cannot be read is an {@link OtherPacket}. */
    static Decoded of(Packet packet) {
        return Decoding.of(packet);
    }
}
