package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.OtherPacket;

/**
 * Brings the fragments of datagrams and segments together again. One of which all were seen to leave is one packet; else each
 * fragment stands for itself, and is with the first where that was seen. No checksum is looked at.
 */
public final class Reassembly {
    private final boolean atEnds;
    private final Set<FragmentSet<SeenPacket>> told = new HashSet<>();

    /**
     * A packet.
     *
     * @param pieces of how many it was made
     * @param first what the first fragment says, of a later one that stands for itself
     */
    public record Piece(SeenPacket packet, int pieces, Optional<Decoded> first) {}

    /** @param set all of its packet, where it is a fragment */
    private record Sorted(SeenPacket packet, Optional<FragmentSet<SeenPacket>> set) {}

    private Reassembly(boolean atEnds) {
        this.atEnds = atEnds;
    }

    /** In the order in which they left, before and after. */
    public static List<Piece> of(List<SeenPacket> ordered, boolean atEnds) {
        Fragments<SeenPacket> fragments = new Fragments<>();
        List<Sorted> sorted = new ArrayList<>();
        for (SeenPacket seen : ordered) {
            sorted.add(new Sorted(seen, fragments.add(seen, seen.packet(), seen.sentNanos())));
        }
        Reassembly all = new Reassembly(atEnds);
        return sorted.stream().flatMap(each -> all.piece(each).stream()).toList();
    }

    /** A whole set is told once, where it begins. */
    private Optional<Piece> piece(Sorted sorted) {
        SeenPacket seen = sorted.packet();
        if (sorted.set().isEmpty()) {
            return Optional.of(new Piece(seen, 1, Optional.empty()));
        }
        FragmentSet<SeenPacket> set = sorted.set().get();
        Optional<Decoded> first = set.first();
        if (set.isWhole() && first.isPresent()) {
            return told.add(set) ? Optional.of(joined(set, seen, first.get())) : Optional.empty();
        }
        boolean later = seen.packet() instanceof OtherPacket;
        return Optional.of(new Piece(seen, 1, later ? first : Optional.empty()));
    }

    private Piece joined(FragmentSet<SeenPacket> set, SeenPacket begin, Decoded first) {
        List<SeenPacket> parts = set.packets();
        SeenPacket joined = JoinedPacket.of(parts, begin, first.joined(set.end()), atEnds);
        return new Piece(joined, parts.size(), Optional.empty());
    }
}
