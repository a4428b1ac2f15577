package org.sockrates.capture.traffic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Packet;

/**
 * Brings each packet's sending and its arrivals together again, by their {@link Likeness}, where both were seen in one section
 * of a file; segments that one end saw in other pieces than the other, in the pieces of both. What only one end can have seen
 * stands for both. Nothing that its receiver threw away is among them.
 */
final class PairedPackets {
    private final Capture capture;
    private final @Nullable Homes homes;
    private final ThrownAway thrownAway;
    private final Likenesses likenesses;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Kind, EqualPackets> byKind = new HashMap<>();
    private long unsent;

    private record Kind(int section, Likeness likeness) {}

    private PairedPackets(Capture capture, @Nullable Homes homes, ThrownAway thrownAway, Likenesses likenesses) {
        this.capture = capture;
        this.homes = homes;
        this.thrownAway = thrownAway;
        this.likenesses = likenesses;
    }

    /**
     * Brings them together.
     *
     * @param ordered by their times; where two have the same, a packet leaves before it arrives
     * @param atEnds whether each point is one end, with all it sends and all that arrives there; else packets leave at
     *     {@link VantagePoint#SENT}
     * @param patience asked with each packet
     */
    static PairedPackets of(
            Capture capture, List<Packet> ordered, boolean atEnds, ThrownAway thrownAway, Patience patience) {
        Likenesses likenesses = new Likenesses(thrownAway);
        List<Packet> pieces = atEnds ? CutSegments.of(capture, ordered, thrownAway, likenesses, patience) : ordered;
        List<Packet> kept =
                pieces.stream().filter(packet -> !thrownAway.has(packet)).toList();
        Homes homes = atEnds ? Homes.of(capture, kept, likenesses) : null;
        PairedPackets pairs = new PairedPackets(capture, homes, thrownAway, likenesses);
        pieces.stream()
                .sorted(Comparator.comparingLong(Packet::timeNanos).thenComparing(packet -> !pairs.leaves(packet)))
                .peek(packet -> patience.ask())
                .forEach(pairs::add);
        pairs.byKind.values().forEach(EqualPackets::settle);
        return pairs;
    }

    /** All that left, numbered from 1. */
    List<SeenPacket> seen() {
        List<SeenPacket> seen = new ArrayList<>();
        sent.forEach(each -> seen.add(each.seen(seen.size() + 1L)));
        return seen;
    }

    /** How many arrived that nobody was seen to send. */
    long unsent() {
        return unsent;
    }

    /** Whether the ends have two clocks, which differ by more than a packet takes. */
    boolean clocksDiffer() {
        return homes != null && homes.clocksDiffer();
    }

    private void add(Packet packet) {
        EqualPackets equal = byKind.computeIfAbsent(kind(packet), none -> new EqualPackets());
        if (thrownAway.has(packet)) {
            // A fragment arrives, though it is of no use: another one of its datagram did not arrive as it was sent.
            boolean sentElsewhere = equal.latest()
                    .filter(left -> !capture.place(left).equals(capture.place(packet)))
                    .isPresent();
            if (sentElsewhere) {
                equal.arrives(packet);
            }
        } else if (leaves(packet)) {
            Sent leaves = new Sent(packet, new ArrayList<>(), isForOneEnd(packet));
            sent.add(leaves);
            if (!Told.DROPPED.isOf(packet)) {
                equal.leaves(leaves);
            }
        } else if (isForOneEnd(packet)) {
            sent.add(new Sent(packet, List.of(packet.timeNanos()), true));
        } else if (!Told.CORRUPTED.isOf(packet)) { // else a link changed it: it is as nobody sent it
            unsent += equal.arrives(packet) ? 0 : 1;
        }
    }

    private boolean isForOneEnd(Packet packet) {
        return homes != null && homes.isForOneEnd(packet);
    }

    private Kind kind(Packet packet) {
        return new Kind(capture.point(packet).section(), likenesses.of(packet));
    }

    /** Whether this is where it was sent. */
    private boolean leaves(Packet packet) {
        return homes == null ? capture.place(packet).equals(VantagePoint.SENT.name()) : homes.leaves(packet);
    }
}
