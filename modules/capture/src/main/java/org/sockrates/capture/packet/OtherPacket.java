package org.sockrates.capture.packet;

/**
 * A packet that is none of those read here.
 *
 * @param flow without ports
 * @param protocol what its IP header says it carries; -1 where it is no IP
 * @param fragment whether it is a later part of a packet that was cut in several
 */
public record OtherPacket(Flow flow, int protocol, boolean fragment, int packetBytes) implements Decoded {}
