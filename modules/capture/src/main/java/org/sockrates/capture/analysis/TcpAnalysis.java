package org.sockrates.capture.analysis;

import java.util.Map;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.RecentMap;

/**
 * Judges TCP segments one after another, as they were seen at one place. Every conversation has its own numbers; of the
 * conversations that were silent longest, what is beyond a bound is forgotten. One thread at a time.
 */
public final class TcpAnalysis {
    private static final int MOST_STREAMS = 1 << 18;

    private final Map<Flow, Stream> streams;
    private int begun;

    /** Keeps as many conversations apart as a file can have. */
    public TcpAnalysis() {
        this(MOST_STREAMS);
    }

    TcpAnalysis(int mostStreams) {
        streams = new RecentMap<>(mostStreams);
    }

    /**
     * Judges the next segment.
     *
     * @param number its running number, for the segments behind it to refer to
     * @param timeNanos when it was seen, on any clock
     */
    public Analysed add(long number, long timeNanos, Segment segment) {
        return add(number, timeNanos, segment, Sight.PASSING);
    }

    /** Some segments were not seen: nobody is judged by what came before, but for the first of his numbers. */
    void behindGap() {
        streams.values().forEach(Stream::behindGap);
    }

    /** The same, where more is known of it than what whoever it passes sees. */
    Analysed add(long number, long timeNanos, Segment segment, Sight sight) {
        Flow both = segment.flow().upward();
        Stream stream = streams.get(both);
        boolean reused = stream != null && stream.isBegunAnewBy(segment);
        if (stream == null || reused) {
            stream = new Stream(begun++, segment.flow());
            streams.put(both, stream);
        }
        return stream.add(number, timeNanos, segment, sight, reused);
    }
}
