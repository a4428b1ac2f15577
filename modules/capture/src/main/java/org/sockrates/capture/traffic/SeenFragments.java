package org.sockrates.capture.traffic;

import java.util.IdentityHashMap;
import java.util.List;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.packet.Packet;

/** Which packets are fragments of what came whole, and which of what never did, as far as one place saw. */
public final class SeenFragments {
    private final IdentityHashMap<Packet, FragmentSet<Packet>> sets = new IdentityHashMap<>();

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
            fragments.add(packet, Decoded.of(packet), packet.timeNanos()).ifPresent(set -> found.sets.put(packet, set));
        }
        return found;
    }

    /** What a packet says: the first fragment of what came whole, what all of them say. */
    public Decoded decoded(Packet packet) {
        Decoded own = Decoded.of(packet);
        FragmentSet<Packet> set = sets.get(packet);
        return set != null && set.isWhole() ? own.joined(set.end()) : own;
    }

    /** Whether it is one of what never came whole. */
    public boolean isIncomplete(Packet packet) {
        FragmentSet<Packet> set = sets.get(packet);
        return set != null && !set.isWhole();
    }

    /** Whether it is a later fragment of a datagram, or a segment, whose first was seen. */
    public boolean isLater(Packet packet) {
        FragmentSet<Packet> set = sets.get(packet);
        return set != null && set.first().isPresent() && Decoded.of(packet) instanceof OtherPacket;
    }

    /** What a packet, with its other fragments that were seen, took on the link: the bytes of each from its IP header on. */
    public long packetBytes(Packet packet) {
        FragmentSet<Packet> set = sets.get(packet);
        List<Packet> all = set == null ? List.of(packet) : set.packets();
        return all.stream().mapToLong(each -> Decoded.of(each).packetBytes()).sum();
    }
}
