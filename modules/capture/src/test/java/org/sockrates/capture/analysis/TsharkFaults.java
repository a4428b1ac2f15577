package org.sockrates.capture.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.packet.TcpFlags;

/**
 * Where tshark (4.0) is wrong, so that nothing is to be learned from what it says. One number, the round trip of what was sent
 * before a SYN of the other end: it reads the acknowledgement of a SYN that has none, 0, and takes it for the answer to whatever
 * is numbered in the upper half of all numbers, as the kernel happened to draw them. (RFC 9293 §3.1: an acknowledgement counts
 * only with its flag.)
 *
 * <p>And two labels, which no conversation here meets: a reset without an acknowledgement counts as one of 0, so that what
 * follows repeats nothing and is an update of a window; and once an unseen segment was acknowledged, a retransmission from
 * there is called fast without any duplicate (its mark of -1 is compared as an unsigned number).
 */
final class TsharkFaults {
    private final Set<Integer> roundTrips = new HashSet<>();

    TsharkFaults(List<Packet> packets) {
        Map<String, Integer> lastSyns = new HashMap<>();
        TcpAnalysis analysis = new TcpAnalysis();
        for (int i = 0; i < packets.size(); i++) {
            if (Decoded.of(packets.get(i)) instanceof Segment segment) {
                Analysed it = analysis.add(i, packets.get(i).timeNanos(), segment);
                String own = it.stream() + " " + it.fromInitiator();
                if (segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.ACK)) {
                    lastSyns.put(own, i);
                }
                int syn = lastSyns.getOrDefault(own, -1);
                if (it.roundTrip().filter(trip -> trip.segment() < syn).isPresent()) {
                    roundTrips.add(i);
                }
            }
        }
    }

    /** A verdict without what it is wrong about. */
    String spare(int packet, String verdict) {
        return roundTrips.contains(packet) ? verdict.replaceFirst(" acks \\d+ after [0-9.]+", "") : verdict;
    }
}
