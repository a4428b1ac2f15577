package org.sockrates.capture.packet;

/**
 * One UDP datagram as values.
 *
 * @param payloadBytes its data, as its header claims; more than this packet has where it is not whole
 * @param whole whether all of it is in this packet; if not, this is the first of several fragments
 * @param packetBytes the whole packet on the link; where this is the first of several fragments, one with all of it
 */
public record Datagram(Flow flow, int payloadBytes, boolean whole, int packetBytes) implements Decoded {}
