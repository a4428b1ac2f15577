package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;

/**
 * TCP segments that one end saw in other pieces than the other, as where a network card cuts what the kernel gives it whole
 * and joins what arrives: both are cut, so that the pieces are alike. Only what the other end did not see as it is, is cut.
 * Each byte that arrives there is that of the latest of these that left with it, and arrives once.
 */
final class CutSegments {
    private final Capture capture;
    private final Likenesses likenesses;

    private record Seen(int section, Likeness likeness) {}

    private record Way(int section, Flow flow) {}

    private CutSegments(Capture capture, Likenesses likenesses) {
        this.capture = capture;
        this.likenesses = likenesses;
    }

    /**
     * All packets, with the pieces in the place of those that were cut.
     *
     * @param ordered by their times
     */
    static List<Packet> of(Capture capture, List<Packet> ordered, ThrownAway thrownAway, Likenesses likenesses) {
        CutSegments all = new CutSegments(capture, likenesses);
        List<Packet> kept =
                ordered.stream().filter(packet -> !thrownAway.has(packet)).toList();
        List<CuttableSegment> segments =
                all.unlike(kept).stream().map(CuttableSegment::new).toList();
        if (segments.isEmpty()) {
            return ordered;
        }
        IdentityHashMap<Packet, CuttableSegment> cut = new IdentityHashMap<>();
        segments.forEach(each -> cut.put(each.packet(), each));
        // Where an end is no data of theirs tells: the smaller the pieces are, the more there are that nobody sent.
        Set<Way> ways = segments.stream().map(each -> all.way(each.packet())).collect(Collectors.toSet());
        PacketView view = new PacketView();
        List<Packet> others = kept.stream()
                .filter(packet -> !CuttableSegment.is(packet, view) || !ways.contains(all.way(packet)))
                .toList();
        all.follow(segments, Homes.of(capture, others, likenesses));
        return ordered.stream()
                .flatMap(packet -> {
                    CuttableSegment segment = cut.get(packet);
                    return segment == null ? Stream.of(packet) : segment.pieces().stream();
                })
                .toList();
    }

    /** Those with data that the other end did not see as they are, where both ends have such of one way. */
    private List<Packet> unlike(List<Packet> packets) {
        Map<Seen, Map<String, List<Packet>>> seen = new LinkedHashMap<>();
        PacketView view = new PacketView();
        for (Packet packet : packets) {
            if (CuttableSegment.is(packet, view)) {
                seen.computeIfAbsent(seen(packet), none -> new HashMap<>())
                        .computeIfAbsent(capture.place(packet), none -> new ArrayList<>())
                        .add(packet);
            }
        }
        List<Packet> once = seen.values().stream()
                .filter(places -> places.size() == 1)
                .flatMap(places -> places.values().stream())
                .flatMap(List::stream)
                .toList();
        Map<Way, Set<String>> ends = once.stream()
                .collect(Collectors.groupingBy(this::way, Collectors.mapping(capture::place, Collectors.toSet())));
        return once.stream()
                .filter(packet -> ends.getOrDefault(way(packet), Set.of()).size() > 1)
                .toList();
    }

    private void follow(List<CuttableSegment> segments, Homes homes) {
        Map<Way, BytesUnderWay> ways = new HashMap<>();
        segments.stream()
                .sorted(Comparator.<CuttableSegment>comparingLong(
                                each -> each.packet().timeNanos())
                        .thenComparing(each -> !homes.leaves(each.packet())))
                .forEach(segment -> {
                    BytesUnderWay bytes = ways.computeIfAbsent(way(segment.packet()), none -> new BytesUnderWay());
                    if (homes.leaves(segment.packet())) {
                        bytes.leaves(segment);
                    } else {
                        bytes.arrives(segment);
                    }
                });
    }

    private Seen seen(Packet packet) {
        return new Seen(capture.point(packet).section(), likenesses.of(packet));
    }

    private Way way(Packet packet) {
        return new Way(capture.point(packet).section(), Decoded.of(packet).flow());
    }
}
