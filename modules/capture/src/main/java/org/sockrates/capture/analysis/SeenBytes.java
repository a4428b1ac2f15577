package org.sockrates.capture.analysis;

import java.util.Map;
import java.util.TreeMap;

/** Which bytes of one direction were seen, gaps and all; of too many gaps, the lowest is taken as filled. */
final class SeenBytes {
    private static final int MOST_PIECES = 1 << 16;

    /** From each begin to its end; none touches another. */
    private final TreeMap<Long, Long> pieces = new TreeMap<>();

    /** A piece is seen, the end not included; says how many of its bytes were not seen before. */
    long add(long begin, long end) {
        if (begin == end) {
            return 0;
        }
        long fresh = end - begin;
        long from = begin;
        long to = end;
        Map.Entry<Long, Long> known = pieces.floorEntry(end);
        while (known != null && known.getValue() >= begin) {
            fresh -= Math.min(known.getValue(), end) - Math.max(known.getKey(), begin);
            from = Math.min(from, known.getKey());
            to = Math.max(to, known.getValue());
            pieces.remove(known.getKey());
            known = pieces.floorEntry(end);
        }
        pieces.put(from, to);
        if (pieces.size() > MOST_PIECES) {
            long lowest = pieces.pollFirstEntry().getKey();
            pieces.put(lowest, pieces.pollFirstEntry().getValue());
        }
        return fresh;
    }
}
