package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which bytes of one way of a connection are under way, and in which segment each was sent last. */
final class BytesUnderWay {
    private final NavigableMap<Long, Stretch> stretches = new TreeMap<>();
    private @Nullable Long position;

    /**
     * Some bytes of a segment.
     *
     * @param begin where the segment begins, as all numbers here counted on beyond 2^32
     */
    private record Stretch(CuttableSegment segment, long begin, long from, long to) {
        Stretch within(long least, long most) {
            return new Stretch(segment, begin, Math.max(from, least), Math.min(to, most));
        }
    }

    /** A segment leaves: its bytes are its own from now on, whoever had them before. */
    void leaves(CuttableSegment segment) {
        long begin = begin(segment);
        long end = begin + segment.length();
        take(begin, end);
        put(new Stretch(segment, begin, begin, end));
    }

    /** A segment arrives: what it brings is under way no more. */
    void arrives(CuttableSegment segment) {
        long begin = begin(segment);
        for (Stretch each : take(begin, begin + segment.length())) {
            int from = (int) (each.from() - each.begin());
            int there = (int) (each.from() - begin);
            each.segment().arrives(from, segment, there, (int) (each.to() - each.from()));
        }
    }

    private List<Stretch> take(long from, long to) {
        Map.@Nullable Entry<Long, Stretch> before = stretches.lowerEntry(from);
        long first = before != null && before.getValue().to() > from ? before.getKey() : from;
        NavigableMap<Long, Stretch> met = stretches.subMap(first, true, to, false);
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
        if (stretch.from() < stretch.to()) {
            stretches.put(stretch.from(), stretch);
        }
    }

    private long begin(CuttableSegment segment) {
        long last = position == null ? segment.sequence() : position;
        long begin = last + (int) (segment.sequence() - last);
        position = begin;
        return begin;
    }
}
