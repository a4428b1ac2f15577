package org.sockrates.capture.analysis;

import org.sockrates.capture.analysis.ConversationSummary.Direction;
import org.sockrates.capture.analysis.ConversationSummary.RoundTrips;
import org.sockrates.capture.packet.TcpFlags;

/** Counts one direction of a conversation. */
final class DirectionCount {
    private final Samples roundTrips = new Samples();
    private final SeenBytes seen = new SeenBytes();
    private long segments;
    private long packetBytes;
    private long payloadBytes;
    private long newBytes;
    private long retransmissions;
    private long outOfOrder;
    private long dupAcks;

    void add(Analysed analysed, long onLink) {
        int bytes = analysed.segment().payloadBytes();
        segments++;
        packetBytes += onLink;
        payloadBytes += bytes;
        long begin = analysed.sequence() + (analysed.segment().has(TcpFlags.SYN) ? 1 : 0);
        long fresh = seen.add(begin, begin + bytes);
        newBytes += fresh;
        boolean late = analysed.is(Label.OUT_OF_ORDER);
        boolean lateAgain = late && bytes > 0 && fresh == 0; // its label is a suspicion, its numbers are known
        retransmissions += lateAgain || analysed.labels().stream().anyMatch(Label::repeats) ? 1 : 0;
        outOfOrder += late && !lateAgain ? 1 : 0;
        dupAcks += analysed.is(Label.DUP_ACK) ? 1 : 0;
    }

    /** One of its segments was acknowledged; how long that took says something of the way only if it was sent once. */
    void acknowledged(Analysed.RoundTrip roundTrip) {
        if (roundTrip.once()) {
            roundTrips.add(roundTrip.nanos());
        }
    }

    Direction direction() {
        RoundTrips trips = new RoundTrips(roundTrips.count(), roundTrips.median());
        return new Direction(
                segments, packetBytes, payloadBytes, newBytes, retransmissions, outOfOrder, dupAcks, trips);
    }
}
