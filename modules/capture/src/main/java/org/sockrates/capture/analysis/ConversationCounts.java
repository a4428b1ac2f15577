package org.sockrates.capture.analysis;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockrates.capture.packet.Flow;

/** Counts every conversation it is shown, up to a bound; segments of those beyond it are counted as left out. */
public final class ConversationCounts {
    private static final int MOST = 1_000;

    private final Map<Integer, Count> counts = new TreeMap<>();
    private long leftOut;

    private static final class Count {
        private final int stream;
        private final Flow flow;
        private final long beginNanos;
        private final DirectionCount there = new DirectionCount();
        private final DirectionCount back = new DirectionCount();
        private long endNanos;

        Count(Analysed first) {
            stream = first.stream();
            flow = first.segment().flow();
            beginNanos = first.timeNanos();
        }

        void add(Analysed analysed, long packetBytes) {
            endNanos = analysed.timeNanos();
            DirectionCount own = analysed.fromInitiator() ? there : back;
            DirectionCount other = analysed.fromInitiator() ? back : there;
            own.add(analysed, packetBytes);
            analysed.roundTrip().ifPresent(other::acknowledged);
        }

        ConversationSummary summary() {
            return new ConversationSummary(stream, flow, beginNanos, endNanos, there.direction(), back.direction());
        }
    }

    /**
     * Counts a segment, as {@link TcpAnalysis} judged it.
     *
     * @param packetBytes what it took on the link: with all its fragments, where it came in several
     */
    public void add(Analysed analysed, long packetBytes) {
        Count count = counts.get(analysed.stream());
        if (count == null) {
            if (counts.size() == MOST) {
                leftOut++;
                return;
            }
            count = new Count(analysed);
            counts.put(analysed.stream(), count);
        }
        count.add(analysed, packetBytes);
    }

    /** Every conversation so far, in the order they began. */
    public List<ConversationSummary> summaries() {
        return counts.values().stream().map(Count::summary).toList();
    }

    /** Segments of conversations that were one too many. */
    public long leftOut() {
        return leftOut;
    }
}
