package org.sockrates.capture;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Fragment;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;

/**
 * Brings the fragments of datagrams together again. A datagram of which all were seen to leave is one packet; else each
 * fragment stands for itself, and is its datagram's where the first was seen.
 */
final class Reassembly {
    /** A receiver waits for the rest no longer (RFC 8200 §4.5). */
    private static final long LIMIT_NANOS = 60_000_000_000L;

    /** Datagrams of one number that are not whole, at most. */
    private static final int MOST_OPEN = 16;

    private final boolean atEnds;
    private final Map<Key, ArrayDeque<FragmentSet>> open = new HashMap<>();
    private final IdentityHashMap<SeenPacket, FragmentSet> sets = new IdentityHashMap<>();

    /** What fragments of one packet have in common (RFC 791 §3.2). */
    private record Key(InetAddress source, InetAddress destination, int identification) {}

    /**
     * A packet.
     *
     * @param pieces of how many it was made
     * @param flow of the datagram that it is a later part of, where it is one and stands for itself
     */
    record Piece(SeenPacket packet, int pieces, Optional<Flow> flow) {}

    private Reassembly(boolean atEnds) {
        this.atEnds = atEnds;
    }

    /** In the order in which they left, before and after. */
    static List<Piece> of(List<SeenPacket> ordered, boolean atEnds) {
        Reassembly all = new Reassembly(atEnds);
        ordered.forEach(all::sort);
        return ordered.stream().flatMap(packet -> all.piece(packet).stream()).toList();
    }

    private static Optional<Fragment> fragment(SeenPacket seen) {
        if (seen.packet() instanceof Datagram datagram) {
            return datagram.part();
        }
        return seen.packet() instanceof OtherPacket other && other.protocol() == IpProtocol.UDP
                ? other.part()
                : Optional.empty();
    }

    private void sort(SeenPacket seen) {
        fragment(seen).ifPresent(fragment -> {
            Flow flow = seen.packet().flow();
            Key key = new Key(flow.source().getAddress(), flow.destination().getAddress(), fragment.identification());
            ArrayDeque<FragmentSet> mine = open.computeIfAbsent(key, none -> new ArrayDeque<>());
            FragmentSet set = mine.stream()
                    .filter(each -> each.lacks(fragment, seen.sentNanos(), LIMIT_NANOS))
                    .findFirst()
                    .orElseGet(() -> begun(mine, seen));
            set.add(seen, fragment);
            sets.put(seen, set);
            if (set.isWhole()) {
                mine.remove(set);
            }
        });
    }

    private static FragmentSet begun(ArrayDeque<FragmentSet> open, SeenPacket by) {
        if (open.size() == MOST_OPEN) {
            open.removeFirst();
        }
        FragmentSet set = new FragmentSet(by);
        open.addLast(set);
        return set;
    }

    /** A whole set is told once, where it begins. */
    private Optional<Piece> piece(SeenPacket seen) {
        FragmentSet set = sets.get(seen);
        if (set == null) {
            return Optional.of(new Piece(seen, 1, Optional.empty()));
        }
        if (set.isWhole()) {
            return set.isBegunBy(seen)
                    ? Optional.of(new Piece(set.joined(atEnds), set.size(), Optional.empty()))
                    : Optional.empty();
        }
        boolean later = seen.packet() instanceof OtherPacket;
        return Optional.of(new Piece(seen, 1, later ? set.datagram().map(Datagram::flow) : Optional.empty()));
    }
}
