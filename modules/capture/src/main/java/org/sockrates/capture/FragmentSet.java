package org.sockrates.capture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sockrates.capture.PassedMessage.Fate;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Fragment;

/** The fragments of one datagram, as far as they were seen to leave. */
final class FragmentSet {
    private final SeenPacket begin;
    private final NavigableMap<Integer, Piece> pieces = new TreeMap<>();
    private long bytes;

    private record Piece(SeenPacket packet, Fragment fragment) {}

    private record Lands(int offset, long nanos) {}

    /** @param begin left before all others, whichever part it is */
    FragmentSet(SeenPacket begin) {
        this.begin = begin;
    }

    boolean isBegunBy(SeenPacket packet) {
        return begin.equals(packet);
    }

    /** Whether another packet's part may belong here. */
    boolean lacks(Fragment fragment, long nanos, long limitNanos) {
        return nanos - begin.sentNanos() <= limitNanos && !pieces.containsKey(fragment.offset());
    }

    void add(SeenPacket packet, Fragment fragment) {
        pieces.put(fragment.offset(), new Piece(packet, fragment));
        bytes += fragment.bytes();
    }

    int size() {
        return pieces.size();
    }

    /** The first of them, which says what they are. */
    Optional<Datagram> datagram() {
        return Optional.ofNullable(pieces.get(0))
                .map(piece -> piece.packet().packet())
                .filter(Datagram.class::isInstance)
                .map(Datagram.class::cast);
    }

    /** Whether all are here. */
    boolean isWhole() {
        if (pieces.isEmpty() || datagram().isEmpty()) {
            return false;
        }
        Fragment last = pieces.lastEntry().getValue().fragment();
        return !last.more() && bytes == last.end() && isWithoutGap();
    }

    private boolean isWithoutGap() {
        int end = 0;
        for (Piece piece : pieces.values()) {
            if (piece.fragment().offset() != end) {
                return false;
            }
            end = piece.fragment().end();
        }
        return true;
    }

    /**
     * All of them as one packet, that left with the first of them. It is lost with any of them.
     *
     * @param atEnds whether they were seen where they arrived too
     */
    SeenPacket joined(boolean atEnds) {
        Datagram datagram = datagram().orElseThrow().joined();
        if (!atEnds) {
            return SeenPacket.once(begin.number(), begin.sentNanos(), datagram);
        }
        Fate fate =
                having(Fate.LOST).isEmpty() ? having(Fate.QUEUED).isEmpty() ? Fate.DELIVERED : Fate.QUEUED : Fate.LOST;
        boolean damaged = seen().stream().anyMatch(SeenPacket::damaged);
        String rule = fate == Fate.LOST ? whatWasLost() : rules(seen());
        return new SeenPacket(begin.number(), begin.sentNanos(), arrivals(), fate, damaged, rule, datagram);
    }

    /** Its receiver has it whenever it has got all of them, and then begins anew. */
    private List<Long> arrivals() {
        List<Lands> landings = new ArrayList<>();
        pieces.forEach((offset, piece) ->
                piece.packet().arrivedNanos().forEach(nanos -> landings.add(new Lands(offset, nanos))));
        landings.sort(Comparator.comparingLong(Lands::nanos));
        List<Long> arrived = new ArrayList<>();
        Set<Integer> there = new HashSet<>();
        for (Lands lands : landings) {
            there.add(lands.offset());
            if (there.size() == pieces.size()) {
                arrived.add(lands.nanos());
                there.clear();
            }
        }
        return arrived;
    }

    /** {@code fragment 2: drop 2nd}. */
    private String whatWasLost() {
        List<SeenPacket> lost = having(Fate.LOST);
        String rule = rules(lost);
        if (lost.size() == pieces.size()) {
            return rule;
        }
        String which = lost.size() == 1
                ? "fragment " + (seen().indexOf(lost.get(0)) + 1)
                : lost.size() + " of " + pieces.size() + " fragments";
        return which + (rule.isEmpty() ? " lost" : ": " + rule);
    }

    private List<SeenPacket> having(Fate fate) {
        return seen().stream().filter(packet -> packet.fate() == fate).toList();
    }

    private List<SeenPacket> seen() {
        return pieces.values().stream().map(Piece::packet).toList();
    }

    private static String rules(Collection<SeenPacket> of) {
        return of.stream()
                .flatMap(packet -> List.of(packet.rule().split(",")).stream())
                .filter(rule -> !rule.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .collect(Collectors.joining(","));
    }
}
