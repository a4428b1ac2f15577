package org.sockrates.capture.traffic;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;

/** Which packets are fragments of what came whole, and which of what never did, as far as one place saw. */
public final class SeenFragments {
    private final IdentityHashMap<Packet, Decoded> whole = new IdentityHashMap<>();
    private final Set<Packet> incomplete = Collections.newSetFromMap(new IdentityHashMap<>());

    private SeenFragments() {}

    /**
     * Those of all that was seen.
     *
     * @param seen at one place, in the order of their times
     */
    public static SeenFragments of(List<Packet> seen) {
        SeenFragments found = new SeenFragments();
        Fragments<Packet> fragments = new Fragments<>();
        for (Packet packet : seen) {
            fragments.add(packet, Decoded.of(packet), packet.timeNanos()).ifPresent(set -> found.add(packet, set));
        }
        return found;
    }

    private void add(Packet packet, FragmentSet<Packet> set) {
        incomplete.add(packet);
        if (set.isWhole()) {
            set.packets().forEach(incomplete::remove);
            set.first().ifPresent(first -> whole.put(first, Decoded.of(first).joined(set.end())));
        }
    }

    /** What a packet says: a segment's first fragment, where it came whole, what all of them say. */
    public Decoded decoded(Packet packet) {
        Decoded own = Decoded.of(packet);
        return own instanceof Segment ? whole.getOrDefault(packet, own) : own;
    }

    /** Whether it is one of what never came whole. */
    public boolean isIncomplete(Packet packet) {
        return incomplete.contains(packet);
    }
}
