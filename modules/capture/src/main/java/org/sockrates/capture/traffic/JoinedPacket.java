package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/** All fragments of a datagram or a segment, which were seen to leave, as one packet. It is lost with any of them. */
final class JoinedPacket {
    private final List<SeenPacket> parts;

    private record Lands(int part, long nanos) {}

    private JoinedPacket(List<SeenPacket> parts) {
        this.parts = parts;
    }

    /**
     * All of them as one packet.
     *
     * @param parts in the order of what they carry
     * @param begin the one that left before all others
     * @param whole what all of them say
     * @param atEnds whether they were seen where they arrived too
     */
    static SeenPacket of(List<SeenPacket> parts, SeenPacket begin, Decoded whole, boolean atEnds) {
        return atEnds
                ? new JoinedPacket(parts).left(begin, whole)
                : SeenPacket.once(begin.number(), begin.sentNanos(), whole);
    }

    private SeenPacket left(SeenPacket begin, Decoded whole) {
        Fate fate =
                having(Fate.LOST).isEmpty() ? having(Fate.QUEUED).isEmpty() ? Fate.DELIVERED : Fate.QUEUED : Fate.LOST;
        boolean damaged = parts.stream().anyMatch(SeenPacket::damaged);
        String rule = fate == Fate.LOST ? whatWasLost() : rules(parts);
        return new SeenPacket(begin.number(), begin.sentNanos(), arrivals(), fate, damaged, rule, whole);
    }

    /** Its receiver has it whenever it has got all of them, and then begins anew. */
    private List<Long> arrivals() {
        List<Lands> landings = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (long nanos : parts.get(part).arrivedNanos()) {
                landings.add(new Lands(part, nanos));
            }
        }
        landings.sort(Comparator.comparingLong(Lands::nanos));
        List<Long> arrived = new ArrayList<>();
        Set<Integer> there = new HashSet<>();
        for (Lands lands : landings) {
            there.add(lands.part());
            if (there.size() == parts.size()) {
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
        if (lost.size() == parts.size()) {
            return rule;
        }
        String which = lost.size() == 1
                ? "fragment " + (parts.indexOf(lost.get(0)) + 1)
                : lost.size() + " of " + parts.size() + " fragments";
        return which + (rule.isEmpty() ? " lost" : ": " + rule);
    }

    private List<SeenPacket> having(Fate fate) {
        return parts.stream().filter(packet -> packet.fate() == fate).toList();
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
