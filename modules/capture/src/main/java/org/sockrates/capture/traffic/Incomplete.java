package org.sockrates.capture.traffic;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;

/** Which packets are fragments of a datagram of UDP that never came whole, as far as one place saw. */
public final class Incomplete {
    private final Set<Packet> packets = Collections.newSetFromMap(new IdentityHashMap<>());

    private Incomplete() {}

    /**
     * Those of all that was seen.
     *
     * @param seen at one place, in the order of their times
     */
    public static Incomplete of(List<Packet> seen) {
        Incomplete found = new Incomplete();
        Fragments<Packet> fragments = new Fragments<>();
        for (Packet packet : seen) {
            fragments.add(packet, Decoded.of(packet), packet.timeNanos()).ifPresent(set -> {
                found.packets.add(packet);
                if (set.isWhole()) {
                    set.packets().forEach(found.packets::remove);
                }
            });
        }
        return found;
    }

    /** Whether it is one of them. */
    public boolean has(Packet packet) {
        return packets.contains(packet);
    }
}
