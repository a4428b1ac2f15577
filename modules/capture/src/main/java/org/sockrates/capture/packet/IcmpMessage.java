package org.sockrates.capture.packet;

import java.util.Optional;

/**
 * One ICMP message as values, of either family.
 *
 * @param flow without ports
 * @param version 4 or 6: type and code mean different things in each
 * @param word the header's second: an MTU, a router's address, a place in the packet, as the type says
 * @param about the packet an error is about, as far as it quotes one
 * @param messageBytes header and body
 * @param packetBytes the whole packet on the link
 */
public record IcmpMessage(
        Flow flow, int version, int type, int code, int word, Optional<Quoted> about, int messageBytes, int packetBytes)
        implements Decoded {
    /** The beginning of a packet, as an error quotes it. */
    public record Quoted(Flow flow, int protocol) {}

    /** Whether it says that nobody has the port that a packet was sent to. */
    public boolean saysPortUnreachable() {
        return version == 4 ? type == 3 && code == 3 : type == 1 && code == 4;
    }
}
