package org.sockrates.capture;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What passed between the ends of conversations, below their calls.
 *
 * @param packets in any order
 * @param mirrored addresses that are not their owners' own: where two sockets of one host talk through a mirror, each sees
 *     the other at an address that the mirror made up; this tells whose it really is
 */
public record SeenTraffic(List<SeenPacket> packets, Map<InetAddress, InetAddress> mirrored) {
    /** Nothing was seen. */
    public static final SeenTraffic NONE = new SeenTraffic(List.of());

    public SeenTraffic {
        packets = List.copyOf(packets);
        mirrored = Map.copyOf(mirrored);
    }

    /** Packets with everybody's own addresses. */
    public SeenTraffic(List<SeenPacket> packets) {
        this(packets, Map.of());
    }
}
