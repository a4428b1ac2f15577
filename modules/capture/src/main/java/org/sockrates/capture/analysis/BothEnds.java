package org.sockrates.capture.analysis;

import java.util.Collections;
import java.util.Set;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Segment;
import org.sockrates.transport.RecentMap;

/**
 * Judges segments where they leave, as Wireshark on the sender's own machine would: there an end sees what it sends, lost or
 * not, and of the other end's segments those that arrive, when they arrive. (A fast retransmission follows within 20 ms of
 * the duplicate ACKs that arrived, not of those that were sent.) But of what leaves it knows more than Wireshark does: nothing
 * has overtaken it, and only a byte whose ACK has arrived is a keep-alive's, and none that Linux sends: its keep-alives and
 * window probes have no data. Numbers are the same for both. One thread at a time, in the order of time.
 */
public final class BothEnds {
    private static final int MOST_REPEATED = 256;
    /** Of a trace that never ends. */
    private static final int MOST_STREAMS = 4_096;

    private final TcpAnalysis lower = new TcpAnalysis(MOST_STREAMS);
    private final TcpAnalysis upper = new TcpAnalysis(MOST_STREAMS);
    private final TcpAnalysis between = new TcpAnalysis(MOST_STREAMS);
    /** Single bytes sent again: where the first has arrived, they look like keep-alives. */
    private final Set<Segment> repeated = Collections.newSetFromMap(new RecentMap<>(MOST_REPEATED));

    private final Sight leaving;

    /** @param linux whether both ends are known to be Linux, as on the wire; else they may be anybody */
    public BothEnds(boolean linux) {
        leaving = linux ? Sight.LEAVING_LINUX : Sight.LEAVING;
    }

    /** A segment leaves its sender. */
    public Analysed sent(long number, long timeNanos, Segment segment) {
        Analysed there = at(segment.flow()).add(number, timeNanos, segment, leaving);
        if (segment.payloadBytes() == 1 && there.labels().stream().anyMatch(Label::repeats)) {
            repeated.add(segment);
        } else if (there.is(Label.KEEP_ALIVE)) {
            repeated.remove(segment);
        }
        return between.add(number, timeNanos, segment).judgedAs(there);
    }

    /** A segment, or a copy of it, reaches the other end undamaged. */
    public void arrived(long number, long timeNanos, Segment segment) {
        Sight sight = !repeated.isEmpty() && repeated.contains(segment) ? Sight.REPEATED : Sight.PASSING;
        at(segment.flow().reversed()).add(number, timeNanos, segment, sight);
    }

    /** Some segments were not seen here: what follows is not judged by those before. Its numbers count on. */
    public void behindGap() {
        lower.behindGap();
        upper.behindGap();
        between.behindGap();
        repeated.clear();
    }

    /** What the end knows that a flow comes from. */
    private TcpAnalysis at(Flow flow) {
        return flow.isUpward() ? lower : upper;
    }
}
