package org.sockrates.capture.packet;

/**
 * One UDP datagram as values.
 *
 * @param payloadBytes its data, as its header claims; more than this packet has where it is the first of several fragments
 * @param packetBytes the whole packet on the link
 */
public record Datagram(Flow flow, int payloadBytes, int packetBytes) implements Decoded {
    private static final int LEAST_HEADERS = 28;

    /** Whether all of it is in this packet; if not, this is the first of several fragments. */
    public boolean isWhole() {
        return payloadBytes + LEAST_HEADERS <= packetBytes;
    }
}
