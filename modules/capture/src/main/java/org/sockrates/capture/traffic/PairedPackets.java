package org.sockrates.capture.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.traffic.PassedMessage.Fate;

/**
 * Brings each packet's sending and its arrivals together again, by their {@link Likeness}, where both were seen in one section
 * of a file. What only one end can have seen stands for both. Nothing that its receiver threw away is among them.
 */
final class PairedPackets {
    /** What our own comments begin with, before the rule: the ladder shows by itself what became of a packet. */
    private static final Pattern VERDICT = Pattern.compile("^(delayed|reordered|corrupted|duplicated|dropped): ");

    private static final String DROPPED = "dropped: ";

    private static final String CORRUPTED = "corrupted: ";

    /** What a link kept for a while, and still had when the file ended. */
    private static final Pattern KEPT = Pattern.compile("^(delayed|reordered|duplicated): ");

    private final Capture capture;
    private final @Nullable Homes homes;
    private final ThrownAway thrownAway;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Kind, Equal> byKind = new HashMap<>();
    private long unsent;

    private record Kind(int section, Likeness likeness) {}

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

        /** Only a copy of it can arrive as it was sent. */
        boolean isCorrupted() {
            return packet.comment().startsWith(CORRUPTED);
        }

        /** Whether a link tells what became of it, and lost it not. */
        boolean isAccountedFor() {
            return isCorrupted() || KEPT.matcher(packet.comment()).find();
        }

        private Fate fate() {
            if (!arrivedNanos.isEmpty()) {
                return Fate.DELIVERED;
            }
            return KEPT.matcher(packet.comment()).find() ? Fate.QUEUED : Fate.LOST;
        }
    }

    /**
     * Packets that left and are alike. Who arrived is told as {@link EndFit} has it: as many as can be, and so that they
     * were under way as short as can be; where a link told that it lost none of the others, the first that left. Among these
     * the first that left is the first that arrived. Which of them it really was no capture tells.
     */
    private static final class Equal {
        private final List<Sent> left = new ArrayList<>();
        private final Deque<Integer> underWay = new ArrayDeque<>();
        private final BitSet landed = new BitSet();
        private final List<Long> landings = new ArrayList<>();

        void leaves(Sent packet) {
            if (packet.isCorrupted()) {
                underWay.addLast(left.size());
            } else {
                underWay.push(left.size());
            }
            left.add(packet);
        }

        /**
         * The latest that is under way, or one that left before it; where all have arrived, a copy of the last.
         *
         * @return whether one had left
         */
        boolean arrives(long nanos) {
            Integer latest = underWay.poll();
            if (latest != null) {
                landed.set(latest);
                landings.add(nanos);
            } else if (!left.isEmpty()) {
                left.get(left.size() - 1).arrivedNanos().add(nanos);
            }
            return !left.isEmpty();
        }

        void settle() {
            BitSet arrived = isNoneLost() ? first(landings.size()) : landed;
            int next = arrived.nextSetBit(0);
            for (long nanos : landings) {
                left.get(next).arrivedNanos().add(nanos);
                next = arrived.nextSetBit(next + 1);
            }
            left.forEach(each -> Collections.sort(each.arrivedNanos()));
        }

        private boolean isNoneLost() {
            return IntStream.range(0, left.size())
                    .allMatch(i -> landed.get(i) || left.get(i).isAccountedFor());
        }

        /** So many, those that were corrupted last. */
        private BitSet first(int many) {
            BitSet first = new BitSet();
            IntStream.range(0, left.size())
                    .boxed()
                    .sorted(Comparator.comparing(i -> left.get(i).isCorrupted()))
                    .limit(many)
                    .forEach(first::set);
            return first;
        }

        Optional<Packet> latest() {
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(left.get(left.size() - 1).packet());
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
        pairs.byKind.values().forEach(Equal::settle);
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
        Equal equal = byKind.computeIfAbsent(kind(packet), none -> new Equal());
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
        } else if (!packet.comment().startsWith(CORRUPTED)) { // else a link changed it: it is as nobody sent it
            unsent += equal.arrives(packet.timeNanos()) ? 0 : 1;
        }
    }

    private boolean isForOneEnd(Packet packet) {
        return homes != null && homes.isForOneEnd(packet);
    }

    private Kind kind(Packet packet) {
        return new Kind(capture.point(packet).section(), Likeness.of(packet, thrownAway.why(packet)));
    }

    /** Whether this is where it was sent. */
    private boolean leaves(Packet packet) {
        return homes == null ? capture.place(packet).equals(VantagePoint.SENT.name()) : homes.leaves(packet);
    }
}
