package org.sockrates.capture.packet;

import java.util.Optional;

/**
 * One UDP datagram as values.
 *
 * @param payloadBytes its data; more than this packet has where it is not whole
 * @param part empty where all of it is in this packet; if not, this is the first of several fragments
 * @param packetBytes the whole packet on the link; where this is the first of several fragments, this one
 * @param claimedBytes its data as its header claims: more than {@code payloadBytes} where nobody takes it
 */
public record Datagram(Flow flow, int payloadBytes, Optional<Fragment> part, int packetBytes, int claimedBytes)
        implements Decoded {
    /** Whether all of it is here. */
    public boolean whole() {
        return part.isEmpty();
    }

    @Override
    public Datagram joined(int end) {
        return new Datagram(flow, payloadBytes, Optional.empty(), packetBytes, claimedBytes);
    }
}
