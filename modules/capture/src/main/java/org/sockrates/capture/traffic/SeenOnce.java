package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What two ends saw once each, asked for the order in which they saw it. */
final class SeenOnce {
    private final NavigableMap<Long, Long> earliestUpTo = new TreeMap<>();
    private final NavigableMap<Long, Long> latestFrom = new TreeMap<>();

    /** When something was here and when it was there, in nanoseconds by the clock of each. */
    record Once(long here, long there) {}

    SeenOnce(List<Once> all) {
        List<Once> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparingLong(Once::here));
        long earliest = Long.MAX_VALUE;
        for (Once each : ordered) {
            earliest = Math.min(earliest, each.there());
            earliestUpTo.put(each.here(), earliest);
        }
        Collections.reverse(ordered);
        long latest = Long.MIN_VALUE;
        for (Once each : ordered) {
            latest = Math.max(latest, each.there());
            latestFrom.put(each.here(), latest);
        }
    }

    boolean isEmpty() {
        return latestFrom.isEmpty();
    }

    /** Whether one of these was before it at both ends, or behind it at both. */
    boolean hasOneInOrderWith(Once one) {
        Map.Entry<Long, Long> before = earliestUpTo.floorEntry(one.here());
        Map.Entry<Long, Long> behind = latestFrom.higherEntry(one.here());
        return (before != null && before.getValue() <= one.there())
                || (behind != null && behind.getValue() > one.there());
    }
}
