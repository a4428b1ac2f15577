package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.traffic.Stretches.Stretch;

/**
 * Which bytes of one way of a connection are under way, and in which segments each was sent. What arrives is of the latest of
 * these; where none is under way, a copy of what arrived.
 */
final class BytesUnderWay {
    /** So often the same byte may be under way, and so often it arrives, at most: else a file could have any number of pieces. */
    private static final int MOST = 4;

    private final List<Stretches> sent = new ArrayList<>();
    private final Stretches arrived = new Stretches();
    private final List<Match> matches = new ArrayList<>();
    private @Nullable Long position;

    /**
     * Bytes that arrived as they were sent, as far as they were kept.
     *
     * @param leftFrom the first of them in the segment that left, from 0
     * @param arrivedFrom the first of them in the one that arrived
     */
    record Match(CuttableSegment left, int leftFrom, CuttableSegment arrived, int arrivedFrom, int bytes) {}

    BytesUnderWay() {
        for (int i = 0; i < MOST; i++) {
            sent.add(new Stretches());
        }
    }

    /** A segment leaves: whatever of its bytes is under way was sent before. */
    void leaves(CuttableSegment segment) {
        List<Stretch> latest = List.of(all(segment));
        for (Stretches each : sent) {
            latest = each.put(latest);
        }
    }

    /** A segment arrives: what it brings is under way once less. */
    void arrives(CuttableSegment segment) {
        List<Stretch> rest = List.of(all(segment));
        for (Stretches each : sent) {
            rest = bring(rest, each);
        }
        bring(rest, arrived);
    }

    /** Matches these with what is there; tells what is not. */
    private List<Stretch> bring(List<Stretch> wanted, Stretches there) {
        List<Stretch> rest = new ArrayList<>();
        for (Stretch each : wanted) {
            long at = each.from();
            for (Stretch found : there.take(each.from(), each.to())) {
                rest.add(each.within(at, found.from()));
                match(found, each);
                at = found.to();
            }
            rest.add(each.within(at, each.to()));
        }
        rest.removeIf(Stretch::isEmpty);
        return rest;
    }

    private void match(Stretch left, Stretch came) {
        int leftFrom = (int) (left.from() - left.begin());
        int arrivedFrom = (int) (left.from() - came.begin());
        int bytes = (int) (left.to() - left.from());
        if (!left.segment().has(leftFrom, came.segment(), arrivedFrom, bytes)) {
            return;
        }
        matches.add(new Match(left.segment(), leftFrom, came.segment(), arrivedFrom, bytes));
        Stretch again = left.again();
        if (again.times() < MOST) {
            arrived.put(List.of(again));
        }
    }

    /** All that arrived. */
    List<Match> matches() {
        return matches;
    }

    private Stretch all(CuttableSegment segment) {
        long last = position == null ? segment.sequence() : position;
        long begin = last + (int) (segment.sequence() - last);
        position = begin;
        return new Stretch(segment, begin, begin, begin + segment.length(), 0);
    }
}
