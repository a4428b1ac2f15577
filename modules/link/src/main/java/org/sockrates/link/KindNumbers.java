package org.sockrates.link;

import java.util.EnumMap;
import java.util.Map;
import org.sockrates.link.rule.PacketKind;

/** Counts packets of each kind for itself, from 1. */
final class KindNumbers {
    private final Map<PacketKind, long[]> counts = new EnumMap<>(PacketKind.class);

    /** The number of the next packet of this kind. */
    long next(PacketKind kind) {
        return ++counts.computeIfAbsent(kind, first -> new long[1])[0];
    }

    void startAgain() {
        counts.clear();
    }
}
