package org.sockrates.capture.traffic;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/**
 * Brings each packet's sending and its arrivals together again, by their bytes, where both were seen in one section of a
 * file. Of equal ones the first that arrives is the first that left since both ends were watched. What only one end can have
 * seen stands for both. Nothing that its receiver threw away is among them.
 */
final class PairedPackets {
    /** What our own comments begin with, before the rule: the ladder shows by itself what became of a packet. */
    private static final Pattern VERDICT = Pattern.compile("^(delayed|reordered|corrupted|duplicated|dropped): ");

    private static final String DROPPED = "dropped: ";

    /** What a link kept for a while, and still had when the file ended. */
    private static final Pattern KEPT = Pattern.compile("^(delayed|reordered|duplicated): ");

    private final Capture capture;
    private final @Nullable Homes homes;
    private final ThrownAway thrownAway;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Bytes, Equal> byBytes = new HashMap<>();

    private record Bytes(int section, ByteBuffer bytes) {}

    /**
     * A packet that left, and when it arrived.
     *
     * @param alone whether only one end can have seen it: where the other did not, it stands for both
     */
    private record Sent(Packet packet, List<Long> arrivedNanos, boolean alone) {
        SeenPacket seen(long number) {
            if (alone && fate() == Fate.LOST && !packet.comment().startsWith(DROPPED)) {
                return SeenPacket.once(number, packet.timeNanos(), Decoded.of(packet));
            }
            String rule = VERDICT.matcher(packet.comment()).replaceFirst("");
            return new SeenPacket(number, packet.timeNanos(), arrivedNanos, fate(), false, rule, Decoded.of(packet));
        }

        private Fate fate() {
            if (!arrivedNanos.isEmpty()) {
                return Fate.DELIVERED;
            }
            return KEPT.matcher(packet.comment()).find() ? Fate.QUEUED : Fate.LOST;
        }
    }

    /** Packets of the same bytes that left. */
    private static final class Equal {
        private final Queue<Sent> underWay = new ArrayDeque<>();
        private final Deque<Sent> alone = new ArrayDeque<>();
        private @Nullable Sent last;

        void leaves(Sent packet) {
            (packet.alone() ? alone : underWay).add(packet);
            last = packet;
        }

        /** The first that has not arrived, or else the latest of those for one end; where all have, a copy of the last. */
        void arrives(long nanos) {
            Sent first = underWay.poll();
            Sent next = first == null ? alone.pollLast() : first;
            Sent lands = next == null ? last : next;
            if (lands != null) {
                lands.arrivedNanos().add(nanos);
            }
        }

        Optional<Packet> latest() {
            return Optional.ofNullable(last).map(Sent::packet);
        }
    }

    private PairedPackets(Capture capture, @Nullable Homes homes, ThrownAway thrownAway) {
        this.capture = capture;
        this.homes = homes;
        this.thrownAway = thrownAway;
    }

    /**
     * Brings them together.
     *
     * @param ordered by their times; where two have the same, a packet leaves before it arrives
     * @param atEnds whether each point is one end, with all it sends and all that arrives there; else packets leave at
     *     {@link VantagePoint#SENT}
     */
    static PairedPackets of(Capture capture, List<Packet> ordered, boolean atEnds, ThrownAway thrownAway) {
        List<Packet> kept =
                ordered.stream().filter(packet -> !thrownAway.has(packet)).toList();
        PairedPackets pairs = new PairedPackets(capture, atEnds ? Homes.of(capture, kept) : null, thrownAway);
        ordered.stream()
                .sorted(Comparator.comparingLong(Packet::timeNanos).thenComparing(packet -> !pairs.leaves(packet)))
                .forEach(pairs::add);
        return pairs;
    }

    /** All that left, numbered from 1. */
    List<SeenPacket> seen() {
        List<SeenPacket> seen = new ArrayList<>();
        sent.forEach(each -> seen.add(each.seen(seen.size() + 1L)));
        return seen;
    }

    /** Whether the ends have two clocks, which differ by more than a packet takes. */
    boolean clocksDiffer() {
        return homes != null && homes.clocksDiffer();
    }

    private void add(Packet packet) {
        Equal equal = byBytes.computeIfAbsent(bytes(packet), none -> new Equal());
        if (thrownAway.has(packet)) {
            // A fragment arrives, though it is of no use: another one of its datagram did not arrive as it was sent.
            boolean sentElsewhere = equal.latest()
                    .filter(left -> !capture.place(left).equals(capture.place(packet)))
                    .isPresent();
            if (sentElsewhere) {
                equal.arrives(packet.timeNanos());
            }
        } else if (leaves(packet)) {
            Sent leaves = new Sent(packet, new ArrayList<>(), isForOneEnd(packet));
            sent.add(leaves);
            if (!packet.comment().startsWith(DROPPED)) {
                equal.leaves(leaves);
            }
        } else if (isForOneEnd(packet)) {
            sent.add(new Sent(packet, List.of(packet.timeNanos()), true));
        } else {
            equal.arrives(packet.timeNanos());
        }
    }

    private boolean isForOneEnd(Packet packet) {
        return homes != null && homes.isForOneEnd(packet);
    }

    private Bytes bytes(Packet packet) {
        return new Bytes(capture.point(packet).section(), packet.bytes());
    }

    /** Whether this is where it was sent. */
    private boolean leaves(Packet packet) {
        return homes == null ? capture.place(packet).equals(VantagePoint.SENT.name()) : homes.leaves(packet);
    }
}
