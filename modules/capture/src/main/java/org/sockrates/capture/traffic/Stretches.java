package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stretches of a connection's bytes, none over another. */
final class Stretches {
    private final NavigableMap<Long, Stretch> all = new TreeMap<>();

    /**
     * Some bytes of a segment.
     *
     * @param begin where the segment begins, as all numbers here counted on beyond 2^32
     * @param times how often they arrived
     */
    record Stretch(CuttableSegment segment, long begin, long from, long to, int times) {
        Stretch within(long least, long most) {
            return new Stretch(segment, begin, Math.max(from, least), Math.min(to, most), times);
        }

        Stretch again() {
            return new Stretch(segment, begin, from, to, times + 1);
        }

        boolean isEmpty() {
            return from >= to;
        }
    }

    /** Puts these here, and takes out what was in their place. */
    List<Stretch> put(List<Stretch> stretches) {
        List<Stretch> before = new ArrayList<>();
        stretches.forEach(each -> before.addAll(take(each.from(), each.to())));
        stretches.forEach(this::put);
        return before;
    }

    /** Takes out what is here of a range, in order. */
    List<Stretch> take(long from, long to) {
        Map.@Nullable Entry<Long, Stretch> before = all.lowerEntry(from);
        long first = before != null && before.getValue().to() > from ? before.getKey() : from;
        NavigableMap<Long, Stretch> met = all.subMap(first, true, to, false);
        List<Stretch> taken = new ArrayList<>(met.values());
        met.clear();
        for (Stretch each : taken) {
            put(each.within(Long.MIN_VALUE, from));
            put(each.within(to, Long.MAX_VALUE));
        }
        taken.replaceAll(each -> each.within(from, to));
        return taken;
    }

    private void put(Stretch stretch) {
        if (!stretch.isEmpty()) {
            all.put(stretch.from(), stretch);
        }
    }
}
