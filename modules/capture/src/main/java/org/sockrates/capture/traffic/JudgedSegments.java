package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.BothEnds;
import org.sockrates.capture.analysis.TcpAnalysis;
import org.sockrates.capture.packet.Segment;

/** Judges segments that were seen, in the order in which they left and arrived. */
public final class JudgedSegments {
    private JudgedSegments() {}

    /** A segment leaves or arrives. */
    private record Glimpse(long nanos, boolean leaves, SeenPacket packet, Segment segment) {}

    /**
     * Every segment as the end that sends it sees it.
     *
     * @param packets in any order, segments or not
     * @param ends judge them, and know them from now on
     */
    public static IdentityHashMap<SeenPacket, Analysed> of(List<SeenPacket> packets, BothEnds ends) {
        IdentityHashMap<SeenPacket, Analysed> judged = new IdentityHashMap<>();
        for (Glimpse glimpse : glimpses(packets)) {
            SeenPacket packet = glimpse.packet();
            if (glimpse.leaves()) {
                judged.put(packet, ends.sent(packet.number(), glimpse.nanos(), glimpse.segment()));
            } else {
                ends.arrived(packet.number(), glimpse.nanos(), glimpse.segment());
            }
        }
        return judged;
    }

    /** Every segment as somebody sees it whom it passes. */
    public static IdentityHashMap<SeenPacket, Analysed> inPassing(List<SeenPacket> ordered) {
        TcpAnalysis analysis = new TcpAnalysis();
        IdentityHashMap<SeenPacket, Analysed> judged = new IdentityHashMap<>();
        for (SeenPacket packet : ordered) {
            if (packet.packet() instanceof Segment segment) {
                judged.put(packet, analysis.add(packet.number(), packet.sentNanos(), segment));
            }
        }
        return judged;
    }

    private static List<Glimpse> glimpses(List<SeenPacket> packets) {
        List<SeenPacket> ordered = new ArrayList<>(packets);
        ordered.sort(Comparator.comparingLong(SeenPacket::sentNanos));
        List<Glimpse> glimpses = new ArrayList<>();
        for (SeenPacket packet : ordered) {
            if (packet.packet() instanceof Segment segment) {
                glimpses.add(new Glimpse(packet.sentNanos(), true, packet, segment));
                List<Long> arrived = packet.damaged() ? List.of() : packet.arrivedNanos();
                arrived.forEach(nanos -> glimpses.add(new Glimpse(nanos, false, packet, segment)));
            }
        }
        glimpses.sort(Comparator.comparingLong(Glimpse::nanos));
        return glimpses;
    }
}
