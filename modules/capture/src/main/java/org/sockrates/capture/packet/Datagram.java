package org.sockrates.capture.packet;

import java.util.Optional;

/**
 * One UDP datagram as values.
 *
 * @param payloadBytes its data, as its header claims; more than this packet has where it is not whole
 * @param part empty where all of it is in this packet; if not, this is the first of several fragments
 * @param packetBytes the whole packet on the link; where this is the first of several fragments, one with all of it
 */
public record Datagram(Flow flow, int payloadBytes, Optional<Fragment> part, int packetBytes) implements Decoded {
    /** Whether all of it is here. */
    public boolean whole() {
        return part.isEmpty();
    }

    /** The same, with all its fragments. */
    public Datagram joined() {
        return new Datagram(flow, payloadBytes, Optional.empty(), packetBytes);
    }
}
