package org.sockrates.capture;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sockrates.capture.PassedMessage.Fate;
import org.sockrates.capture.file.Capture;
import org.sockrates.capture.file.VantagePoint;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Packet;

/**
 * The packets of a capture file, for ladders. Of a file with the two points {@link VantagePoint#SENT} and
 * {@link VantagePoint#ARRIVED}, or {@code client} and {@code server}, in each of its sections, each packet's sending and
 * arrivals are brought together again, by their bytes; one that never arrives as it was sent is lost, and so is one that a
 * comment calls dropped, but not one that a comment calls delayed: it was on its way when the file ended. Where only some
 * sections have both ends, one end is told, see {@link #onlyPlace}. In any other file each packet stands for itself. What
 * its receiver threw away is left out.
 */
public final class CapturedTraffic {
    /** What our own comments begin with, before the rule: the ladder shows by itself what became of a packet. */
    private static final Pattern VERDICT = Pattern.compile("^(delayed|reordered|corrupted|duplicated|dropped): ");

    private static final String CLIENT = "client";
    private static final String SERVER = "server";
    private static final String DROPPED = "dropped: ";

    /** What a link kept for a while, and still had when the file ended. */
    private static final Pattern KEPT = Pattern.compile("^(delayed|reordered|duplicated): ");

    private final List<Sent> sent = new ArrayList<>();
    private final Map<ByteBuffer, List<Sent>> byBytes = new HashMap<>();
    private final Map<InetAddress, Integer> homes = new HashMap<>();
    private final boolean atEnds;
    private final ThrownAway thrownAway;

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

    /** @param atEnds whether each point is one end, with all it sends and all that arrives there */
    private CapturedTraffic(boolean atEnds, ThrownAway thrownAway) {
        this.atEnds = atEnds;
        this.thrownAway = thrownAway;
    }

    /** All IP packets of a capture that nobody threw away, numbered from 1 in the order of their times. */
    public static SeenTraffic of(Capture capture, ThrownAway thrownAway) {
        Optional<String> only = onlyPlace(capture);
        List<Packet> packets = capture.packets().stream()
                .filter(packet -> only.isEmpty() || capture.place(packet).equals(only.get()))
                .sorted(Comparator.comparingLong(Packet::timeNanos).thenComparingInt(CapturedTraffic::end))
                .toList();
        boolean ends = hasBothEnds(capture);
        return ends || capture.isOf(VantagePoint.SENT.name(), VantagePoint.ARRIVED.name())
                ? new SeenTraffic(new CapturedTraffic(ends, thrownAway).paired(packets))
                : SeenTraffic.atOnePlace(single(packets, thrownAway));
    }

    /** The place whose packets are told alone, in a file of which only some sections tell of both ends. */
    public static Optional<String> onlyPlace(Capture capture) {
        List<String> places = capture.places();
        boolean both = places.size() == 2 && places.containsAll(List.of(CLIENT, SERVER));
        return both && !hasBothEnds(capture) ? Optional.of(places.get(0)) : Optional.empty();
    }

    private static boolean hasBothEnds(Capture capture) {
        return capture.isOf(CLIENT, SERVER) || capture.isOf(SERVER, CLIENT);
    }

    /** Which of a section's two interfaces, where each has two. */
    private static int end(Packet packet) {
        return packet.interfaceNumber() % 2;
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

    private List<SeenPacket> paired(List<Packet> packets) {
        for (Packet packet : packets) {
            List<Sent> equal = byBytes.computeIfAbsent(packet.bytes(), none -> new ArrayList<>());
            if (thrownAway.has(packet)) {
                // A fragment arrives, though it is of no use: another one of its datagram did not arrive as it was
                // sent.
                if (!equal.isEmpty() && end(equal.get(0).packet()) != end(packet)) {
                    arrive(equal, packet.timeNanos());
                }
            } else if (leaves(packet)) {
                Sent leaves = new Sent(packet, new ArrayList<>());
                sent.add(leaves);
                if (!packet.comment().startsWith(DROPPED)) {
                    equal.add(leaves);
                }
            } else if (!equal.isEmpty()) {
                arrive(equal, packet.timeNanos());
            }
        }
        List<SeenPacket> seen = new ArrayList<>();
        sent.forEach(each -> seen.add(each.seen(seen.size() + 1L)));
        return seen;
    }

    /** Whether this is where it was sent. Who sends from an address is at the end where its first packet was seen. */
    private boolean leaves(Packet packet) {
        if (!atEnds) {
            return end(packet) == 0;
        }
        InetAddress source = Decoded.of(packet).flow().source().getAddress();
        return homes.computeIfAbsent(source, first -> end(packet)) == end(packet);
    }

    /** The first of equal packets that has not arrived; where all have, a copy of the last. */
    private static void arrive(List<Sent> equal, long nanos) {
        Sent lands = equal.stream()
                .filter(each -> each.arrivedNanos().isEmpty())
                .findFirst()
                .orElse(equal.get(equal.size() - 1));
        lands.arrivedNanos().add(nanos);
    }
}
