package org.sockrates.capture.traffic;

import java.util.IdentityHashMap;
import org.sockrates.capture.packet.Packet;

/** The likeness of each packet of a capture, found out once. */
final class Likenesses {
    private final ThrownAway thrownAway;
    private final IdentityHashMap<Packet, Likeness> known = new IdentityHashMap<>();

    Likenesses(ThrownAway thrownAway) {
        this.thrownAway = thrownAway;
    }

    Likeness of(Packet packet) {
        return known.computeIfAbsent(packet, each -> Likeness.of(each, thrownAway.why(each)));
    }
}
