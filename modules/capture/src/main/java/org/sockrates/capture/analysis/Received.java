package org.sockrates.capture.analysis;

import java.util.Map;
import java.util.TreeMap;

/** How far one end has received the other's bytes without a gap, counted as {@code Analysed} counts. */
final class Received {
    private static final int MOST_PIECES = 1_000;

    private final TreeMap<Long, Long> pieces = new TreeMap<>();
    private boolean begun;
    private long next;

    /** The first number that has not arrived, or stands behind a gap. */
    long next() {
        return next;
    }

    boolean begun() {
        return begun;
    }

    /** A piece arrives; what is seen first is the beginning. */
    void add(long begin, long end) {
        if (!begun) {
            begun = true;
            next = begin;
        }
        Map.Entry<Long, Long> before = pieces.floorEntry(begin);
        if (before != null && before.getValue() >= begin) {
            pieces.put(before.getKey(), Math.max(before.getValue(), end));
        } else if (end > next && (begin <= next || pieces.size() < MOST_PIECES)) {
            pieces.put(begin, end);
        }
        Map.Entry<Long, Long> first = pieces.firstEntry();
        while (first != null && first.getKey() <= next) {
            next = Math.max(next, first.getValue());
            pieces.pollFirstEntry();
            first = pieces.firstEntry();
        }
    }
}
