package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.Packet;

/**
 * Packets that are alike, brought together with what arrived of them. What a link said of one it said where it left and where
 * it arrived. Of those of which it said the same, who arrived is told as {@link EndFit} has it: as many as can be, and so that
 * they were under way as short as can be; where the link lost none, the first that left. Among these the first that left is
 * the first that arrived. Which of them it really was no capture tells. A copy is the one's that arrived last.
 */
final class EqualPackets {
    private final Map<String, Group> groups = new HashMap<>();
    private @Nullable Sent latest;

    /**
     * Something arrived.
     *
     * @param latest what had left last by then
     */
    private record Arrival(long nanos, Sent latest) {}

    private record Group(List<Sent> left, List<Arrival> arrived) {
        Group() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        /** Whose each arrival is, as a place in what left; -1 for a copy. */
        int[] whose() {
            List<Long> times =
                    left.stream().map(each -> each.packet().timeNanos()).toList();
            int[] whose =
                    EndFit.latest(times, arrived.stream().map(Arrival::nanos).toList());
            int[] who = Arrays.stream(whose).filter(each -> each >= 0).sorted().toArray();
            boolean noneLost = left.stream().allMatch(Sent::isKept);
            int next = 0;
            for (int i = 0; i < whose.length; i++) {
                if (whose[i] >= 0) {
                    whose[i] = noneLost ? next : who[next];
                    next++;
                }
            }
            return whose;
        }
    }

    void leaves(Sent packet) {
        group(packet.packet()).left().add(packet);
        latest = packet;
    }

    /** What arrives; tells whether one had left. */
    boolean arrives(Packet packet) {
        if (latest == null) {
            return false;
        }
        group(packet).arrived().add(new Arrival(packet.timeNanos(), latest));
        return true;
    }

    /** Once all have left and arrived. */
    void settle() {
        NavigableMap<Long, Sent> landed = new TreeMap<>();
        List<Arrival> copies = new ArrayList<>();
        for (Group group : groups.values()) {
            int[] whose = group.whose();
            for (int i = 0; i < whose.length; i++) {
                Arrival arrival = group.arrived().get(i);
                if (whose[i] < 0) {
                    copies.add(arrival);
                } else {
                    Sent packet = group.left().get(whose[i]);
                    packet.arrivedNanos().add(arrival.nanos());
                    landed.put(arrival.nanos(), packet);
                }
            }
        }
        Set<Sent> copied = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Arrival copy : copies) {
            Map.@Nullable Entry<Long, Sent> before = landed.floorEntry(copy.nanos());
            Sent original = before == null ? copy.latest() : before.getValue();
            original.arrivedNanos().add(copy.nanos());
            copied.add(original);
        }
        copied.forEach(each -> Collections.sort(each.arrivedNanos()));
    }

    Optional<Packet> latest() {
        return Optional.ofNullable(latest).map(Sent::packet);
    }

    private Group group(Packet packet) {
        return groups.computeIfAbsent(Told.of(packet), none -> new Group());
    }
}
