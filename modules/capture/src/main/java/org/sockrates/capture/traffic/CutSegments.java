package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.packet.KeyBytes;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.PacketView;
import org.sockrates.capture.traffic.BytesUnderWay.Match;

/**
 * TCP segments that one end saw in other pieces than the other, as where a network card cuts what the kernel gives it whole
 * and joins what arrives: both are cut, so that the pieces are alike. Only what the other end did not see as it is, is cut, and
 * only where both saw the same headers, but for what a card writes anew in each piece. Which end sends, the data tells: that one
 * of whose bytes more arrive at the other.
 */
final class CutSegments {
    private final Capture capture;
    private final Likenesses likenesses;
    private final Patience patience;

    private record Seen(int section, Likeness likeness) {}

    private record Way(int section, KeyBytes headers) {}

    private CutSegments(Capture capture, Likenesses likenesses, Patience patience) {
        this.capture = capture;
        this.likenesses = likenesses;
        this.patience = patience;
    }

    /**
     * All packets, with the pieces in the place of those that were cut.
     *
     * @param ordered by their times
     * @param patience asked with each segment
     */
    static List<Packet> of(
            Capture capture, List<Packet> ordered, ThrownAway thrownAway, Likenesses likenesses, Patience patience) {
        CutSegments all = new CutSegments(capture, likenesses, patience);
        Map<Way, List<CuttableSegment>> ways = new HashMap<>();
        PacketView view = new PacketView();
        List<Packet> segments = ordered.stream()
                .filter(packet -> !thrownAway.has(packet) && CuttableSegment.is(packet, view))
                .toList();
        for (Packet packet : all.seenOnce(segments)) {
            CuttableSegment segment = new CuttableSegment(packet, likenesses.of(packet));
            ways.computeIfAbsent(
                            new Way(all.section(packet), new KeyBytes(segment.headers())), none -> new ArrayList<>())
                    .add(segment);
        }
        IdentityHashMap<Packet, CuttableSegment> cut = new IdentityHashMap<>();
        ways.values()
                .forEach(way -> all.follow(way).forEach(match -> {
                    match.arrived().comesFrom(match.left(), match.leftFrom(), match.arrivedFrom(), match.bytes());
                    cut.put(match.left().packet(), match.left());
                    cut.put(match.arrived().packet(), match.arrived());
                }));
        return ordered.stream()
                .flatMap(packet -> {
                    CuttableSegment segment = cut.get(packet);
                    return segment == null ? Stream.of(packet) : segment.pieces().stream();
                })
                .toList();
    }

    /** Those that the other end did not see as they are. */
    private List<Packet> seenOnce(List<Packet> segments) {
        Map<Seen, Map<String, List<Packet>>> seen = new LinkedHashMap<>();
        for (Packet packet : segments) {
            seen.computeIfAbsent(new Seen(section(packet), likenesses.of(packet)), none -> new HashMap<>())
                    .computeIfAbsent(capture.place(packet), none -> new ArrayList<>())
                    .add(packet);
        }
        return seen.values().stream()
                .filter(places -> places.size() == 1)
                .flatMap(places -> places.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** What arrives of what leaves. */
    private List<Match> follow(List<CuttableSegment> way) {
        return capture.places().stream()
                .map(home -> follow(way, home))
                .reduce(List.of(), (one, other) -> bytes(other) > bytes(one) ? other : one);
    }

    private List<Match> follow(List<CuttableSegment> way, String home) {
        BytesUnderWay bytes = new BytesUnderWay();
        way.stream()
                .sorted(Comparator.<CuttableSegment>comparingLong(
                                each -> each.packet().timeNanos())
                        .thenComparing(each -> !isAt(home, each)))
                .forEach(each -> {
                    patience.ask();
                    if (isAt(home, each)) {
                        bytes.leaves(each);
                    } else {
                        bytes.arrives(each);
                    }
                });
        return bytes.matches();
    }

    private static long bytes(List<Match> matches) {
        return matches.stream().mapToLong(Match::bytes).sum();
    }

    private boolean isAt(String place, CuttableSegment segment) {
        return capture.place(segment.packet()).equals(place);
    }

    private int section(Packet packet) {
        return capture.point(packet).section();
    }
}
