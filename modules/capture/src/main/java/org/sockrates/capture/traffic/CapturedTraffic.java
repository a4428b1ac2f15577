package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;

/**
 * The packets of a capture file, for ladders. Of a file with the two points {@link VantagePoint#SENT} and
 * {@link VantagePoint#ARRIVED}, or {@code client} and {@code server}, in each of its sections, each packet's sending and
 * arrivals are brought together again, by their likeness, and of a TCP segment of which the other end saw other pieces those
 * that both have in common; one that never arrives as it was sent is lost, and so is one that a
 * comment calls dropped, but not one that a comment calls delayed: it was on its way when the file ended. Where not every
 * section has both ends, one end is told alone; and what only one end can have seen stands for both: what somebody at neither
 * end said and heard, and what came while the other end was not watched yet, as something shows that nobody was seen to
 * send. In any other file each packet stands for itself. What its receiver threw away is left out, and what
 * stands in a file twice.
 *
 * @param seen all IP packets that nobody threw away, numbered from 1 in the order of their times; of a file of both ends not
 *     what arrives and was not seen to be sent, though it must have been
 * @param onlyPlace whose packets are told, in a file that names both ends, but not in each of its sections
 * @param thrownAway how many packets were left out
 * @param unsent how many packets arrived that were not seen to be sent, though both ends were watched
 * @param clocksDiffer whether the ends have two clocks that differ by more than a packet takes: then what is told of sending
 *     and arriving is not true
 */
public record CapturedTraffic(
        SeenTraffic seen, Optional<String> onlyPlace, long thrownAway, long unsent, boolean clocksDiffer) {
    private static final Set<String> ENDS = Set.of("client", "server");
    private static final Set<String> LINK = Set.of(VantagePoint.SENT.name(), VantagePoint.ARRIVED.name());

    /**
     * All that a capture tells, for somebody who need not wait for it.
     *
     * @throws CancellationException when nobody waits any more
     */
    public static CapturedTraffic of(Capture capture, ThrownAway thrownAway, Patience patience) {
        List<String> places = capture.places();
        boolean ends = capture.isOf(ENDS);
        Optional<String> only =
                ENDS.equals(Set.copyOf(places)) && !ends ? Optional.of(places.get(0)) : Optional.empty();
        Set<Packet> again = SeenAgain.of(capture);
        List<Packet> packets = capture.packets().stream()
                .peek(packet -> patience.ask())
                .filter(packet -> !again.contains(packet))
                .filter(packet -> only.isEmpty() || capture.place(packet).equals(only.get()))
                .sorted(Comparator.comparingLong(Packet::timeNanos))
                .toList();
        long thrown = thrownAway.count(packets);
        if (ends || capture.isOf(LINK)) {
            PairedPackets pairs = PairedPackets.of(capture, packets, ends, thrownAway, patience);
            boolean clocksDiffer = ends && pairs.clocksDiffer();
            return new CapturedTraffic(new SeenTraffic(pairs.seen()), only, thrown, pairs.unsent(), clocksDiffer);
        }
        return new CapturedTraffic(SeenTraffic.atOnePlace(single(packets, thrownAway)), only, thrown, 0, false);
    }

    private static List<SeenPacket> single(List<Packet> packets, ThrownAway thrownAway) {
        List<SeenPacket> seen = new ArrayList<>();
        for (Packet packet : packets) {
            if (!thrownAway.has(packet)) {
                seen.add(SeenPacket.once(seen.size() + 1L, packet.timeNanos(), Decoded.of(packet)));
            }
        }
        return seen;
    }
}
