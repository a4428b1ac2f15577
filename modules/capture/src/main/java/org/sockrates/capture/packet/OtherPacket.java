package org.sockrates.capture.packet;

import java.util.Optional;

/**
 * A packet that is none of those read here.
 *
 * @param flow without ports
 * @param protocol what its IP header says it carries; -1 where it is no IP
 * @param part which part it is of a packet that was cut in several
 */
public record OtherPacket(Flow flow, int protocol, Optional<Fragment> part, int packetBytes) implements Decoded {}
