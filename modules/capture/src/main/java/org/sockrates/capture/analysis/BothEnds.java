package org.sockrates.capture.analysis;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Segment;

/**
 * Judges segments where they leave, as Wireshark on the sender's own machine would: there an end sees what it sends, lost or
 * not, and of the other end's segments those that arrive, when they arrive. (A fast retransmission follows within 20 ms of
 * the duplicate ACKs that arrived, not of those that were sent.) Numbers are the same for both. One thread at a time, in the
 * order of time.
 */
public final class BothEnds {
    private final TcpAnalysis lower = new TcpAnalysis();
    private final TcpAnalysis upper = new TcpAnalysis();
    private final TcpAnalysis between = new TcpAnalysis();

    /** A segment leaves its sender. */
    public Analysed sent(long number, long timeNanos, Segment segment) {
        Analysed there = at(segment.flow().source(), segment.flow()).add(number, timeNanos, segment);
        return between.add(number, timeNanos, segment).judgedAs(there);
    }

    /** A segment, or a copy of it, reaches the other end undamaged. */
    public void arrived(long number, long timeNanos, Segment segment) {
        at(segment.flow().destination(), segment.flow()).add(number, timeNanos, segment);
    }

    private TcpAnalysis at(InetSocketAddress end, Flow flow) {
        InetSocketAddress other = end.equals(flow.source()) ? flow.destination() : flow.source();
        int hosts = Arrays.compareUnsigned(
                end.getAddress().getAddress(), other.getAddress().getAddress());
        boolean first = hosts != 0 ? hosts < 0 : end.getPort() <= other.getPort();
        return first ? lower : upper;
    }
}
