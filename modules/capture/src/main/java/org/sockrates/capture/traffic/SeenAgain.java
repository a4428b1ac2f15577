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
    /** A packet, and where and when it was seen. */
    private record Sight(int section, String place, long nanos, KeyBytes bytes) {}

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
        Map<Sight, Integer> first = new HashMap<>();
        for (Packet packet : capture.packets()) {
            Sight sight = new Sight(
                    capture.point(packet).section(),
                    capture.place(packet),
                    packet.timeNanos(),
                    new KeyBytes(packet.bytes()));
            Integer known = first.putIfAbsent(sight, packet.interfaceNumber());
            if (known != null && known != packet.interfaceNumber()) {
                again.add(packet);
            }
        }
        return again;
    }
}
