package org.sockrates.capture.traffic;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.packet.KeyBytes;
import org.sockrates.capture.packet.Packet;

/** Which packets stand in a file twice, as one place saw them once: what was captured there was merged in again. */
final class SeenAgain {
    /** A packet, and where it was seen. When, is no part of it: a file's maker could choose times of one hash. */
    private record Sight(int section, String place, KeyBytes bytes) {}

    private SeenAgain() {}

    /**
     * All but the first: of one place and one time, the same to the last byte, and of another interface. One interface may
     * well see equal packets at one time of its clock.
     */
    static Set<Packet> of(Capture capture) {
        Set<Packet> again = Collections.newSetFromMap(new IdentityHashMap<>());
        long places = capture.points().stream()
                .map(point -> Map.entry(point.section(), point.name()))
                .distinct()
                .count();
        if (places == capture.points().size()) {
            return again;
        }
        Map<Sight, Map<Long, Integer>> first = new HashMap<>();
        for (Packet packet : capture.packets()) {
            Sight sight =
                    new Sight(capture.point(packet).section(), capture.place(packet), new KeyBytes(packet.bytes()));
            Integer known = first.computeIfAbsent(sight, none -> new HashMap<>())
                    .putIfAbsent(packet.timeNanos(), packet.interfaceNumber());
            if (known != null && known != packet.interfaceNumber()) {
                again.add(packet);
            }
        }
        return again;
    }
}
