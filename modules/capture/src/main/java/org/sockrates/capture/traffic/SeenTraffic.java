package org.sockrates.capture.traffic;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * What passed between the ends of conversations, below their calls.
 *
 * @param packets in any order
 * @param mirrored addresses that are not their owners' own: where two sockets of one host talk through a mirror, each sees
 *     the other at an address that the mirror made up; this tells whose it really is
 * @param atEnds whether packets were seen where they left and where they arrived; else at one place, wherever that was
 */
public record SeenTraffic(List<SeenPacket> packets, Map<InetAddress, InetAddress> mirrored, boolean atEnds) {
    /** Nothing was seen. */
    public static final SeenTraffic NONE = new SeenTraffic(List.of());

    public SeenTraffic {
        packets = List.copyOf(packets);
        mirrored = Map.copyOf(mirrored);
    }

    /** Seen at both ends. */
    public SeenTraffic(List<SeenPacket> packets, Map<InetAddress, InetAddress> mirrored) {
        this(packets, mirrored, true);
    }

    /** Seen at both ends, with everybody's own addresses. */
    public SeenTraffic(List<SeenPacket> packets) {
        this(packets, Map.of());
    }

    /** Whether both ends are sockets of the Linux we are on, which talk through a mirror. */
    public boolean onOneHost() {
        return !mirrored.isEmpty();
    }

    /** Seen by somebody else. */
    public static SeenTraffic atOnePlace(List<SeenPacket> packets) {
        return new SeenTraffic(packets, Map.of(), false);
    }
}
