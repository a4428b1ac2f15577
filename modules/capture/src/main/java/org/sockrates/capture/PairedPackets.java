package org.sockrates.capture;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.PassedMessage.Fate;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;

/**
 * Brings each packet's sending and its arrivals together again, by their bytes, where both were seen in one section of a
 * file. Nothing that its receiver threw away is among them.
 */
final class PairedPackets {
    /** What our own comments begin with, before the rule: the ladder shows by itself what became of a packet. */
    private static final Pattern VERDICT = Pattern.compile("^(delayed|reordered|corrupted|duplicated|dropped): ");

    private static final String DROPPED = "dropped: ";

    /** What a link kept for a while, and still had when the file ended. */
    private static final Pattern KEPT = Pattern.compile("^(delayed|reordered|duplicated): ");

    private final Capture capture;
    private final boolean atEnds;
    private final ThrownAway thrownAway;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Bytes, Equal> byBytes = new HashMap<>();
    private final Map<Source, String> homes = new HashMap<>();
    private final Set<Talk> timed = new HashSet<>();

    private record Bytes(int section, ByteBuffer bytes) {}

    private record Source(int section, InetAddress address) {}

    private record Talk(Source from, Source to) {}

    /** A packet that left, and when it arrived. */
    private record Sent(Packet packet, List<Long> arrivedNanos) {
        SeenPacket seen(long number) {
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
        private @Nullable Sent last;

        void leaves(Sent packet) {
            underWay.add(packet);
            last = packet;
        }

        /** The first that has not arrived; where all have, a copy of the last. */
        void arrives(long nanos) {
            Sent next = underWay.poll();
            Sent lands = next == null ? last : next;
            if (lands != null) {
                lands.arrivedNanos().add(nanos);
            }
        }

        Optional<Packet> latest() {
            return Optional.ofNullable(last).map(Sent::packet);
        }
    }

    private PairedPackets(Capture capture, boolean atEnds, ThrownAway thrownAway) {
        this.capture = capture;
        this.atEnds = atEnds;
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
        PairedPackets pairs = new PairedPackets(capture, atEnds, thrownAway);
        pairs.findHomes(
                ordered.stream().filter(packet -> !thrownAway.has(packet)).toList());
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

    /**
     * Whether the ends have two clocks, which differ by more than a packet takes: by their times both senders of a conversation
     * are at the same end.
     */
    boolean clocksDiffer() {
        return timed.stream()
                .anyMatch(talk -> !talk.from().equals(talk.to())
                        && timed.contains(new Talk(talk.to(), talk.from()))
                        && Objects.equals(homes.get(talk.from()), homes.get(talk.to())));
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
            Sent leaves = new Sent(packet, new ArrayList<>());
            sent.add(leaves);
            if (!packet.comment().startsWith(DROPPED)) {
                equal.leaves(leaves);
            }
        } else {
            equal.arrives(packet.timeNanos());
        }
    }

    /**
     * Who sends from an address is at the end where a packet of its was seen before it was at the other; where no time tells,
     * at the end where its first packet was seen.
     */
    private void findHomes(List<Packet> ordered) {
        Map<Bytes, Packet> firsts = new HashMap<>();
        for (Packet packet : ordered) {
            Packet first = firsts.putIfAbsent(bytes(packet), packet);
            if (first != null
                    && first.timeNanos() < packet.timeNanos()
                    && !capture.place(first).equals(capture.place(packet))) {
                homes.putIfAbsent(source(packet), capture.place(first));
                timed.add(new Talk(source(packet), target(packet)));
            }
        }
        ordered.forEach(packet -> homes.putIfAbsent(source(packet), capture.place(packet)));
    }

    private Source source(Packet packet) {
        return new Source(
                capture.point(packet).section(),
                Decoded.of(packet).flow().source().getAddress());
    }

    private Source target(Packet packet) {
        return new Source(
                capture.point(packet).section(),
                Decoded.of(packet).flow().destination().getAddress());
    }

    private Bytes bytes(Packet packet) {
        return new Bytes(capture.point(packet).section(), packet.bytes());
    }

    /** Whether this is where it was sent. */
    private boolean leaves(Packet packet) {
        String here = capture.place(packet);
        return here.equals(atEnds ? homes.get(source(packet)) : VantagePoint.SENT.name());
    }
}
