package org.sockrates.capture.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.BothEnds;
import org.sockrates.capture.conversation.PacketTalk.Crossing;
import org.sockrates.capture.packet.Datagram;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.IcmpMessage;
import org.sockrates.capture.packet.IpProtocol;
import org.sockrates.capture.packet.OtherPacket;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.traffic.JudgedSegments;
import org.sockrates.capture.traffic.Reassembly;
import org.sockrates.capture.traffic.Reassembly.Piece;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.capture.traffic.SeenTraffic;

/** Sorts packets into conversations. An ICMP error belongs to the conversation it is about. */
final class PacketTalks {
    private static final int DATAGRAMS = -1;
    private static final int OTHERS = -2;

    private final Addresses addresses;
    private final IdentityHashMap<SeenPacket, Analysed> judged;
    private final Map<Key, PacketTalk> talks = new LinkedHashMap<>();
    private final Map<Flow, Key> latest = new HashMap<>();

    /**
     * What belongs together between two ends. Ports may be used again: a stream is one conversation, its ends are not.
     *
     * @param what a stream's number, {@code DATAGRAMS} or {@code OTHERS}
     */
    private record Key(Flow ends, int what) {}

    private PacketTalks(Addresses addresses, IdentityHashMap<SeenPacket, Analysed> judged) {
        this.addresses = addresses;
        this.judged = judged;
    }

    /** In the order they began. */
    static List<PacketTalk> of(SeenTraffic traffic, Addresses addresses) {
        List<SeenPacket> ordered = new ArrayList<>(traffic.packets());
        ordered.sort(Comparator.comparingLong(SeenPacket::sentNanos));
        List<Piece> pieces = Reassembly.of(ordered, traffic.atEnds());
        List<SeenPacket> whole = pieces.stream().map(Piece::packet).toList();
        PacketTalks found = new PacketTalks(
                addresses,
                traffic.atEnds()
                        ? JudgedSegments.of(whole, new BothEnds(traffic.onOneHost()))
                        : JudgedSegments.inPassing(whole));
        pieces.forEach(found::add);
        return List.copyOf(found.talks.values());
    }

    private void add(Piece piece) {
        SeenPacket seen = piece.packet();
        if (seen.packet() instanceof Segment segment) {
            Analysed analysed = Objects.requireNonNull(judged.get(seen));
            add("tcp", analysed.stream(), ends(segment.flow()), piece);
        } else if (seen.packet() instanceof Datagram datagram) {
            add("udp", DATAGRAMS, ends(datagram.flow()), piece);
        } else if (seen.packet() instanceof IcmpMessage message) {
            Optional<Flow> about =
                    message.about().map(quoted -> ends(quoted.flow()).reversed());
            Key known = about.map(ends -> latest.get(ends.upward())).orElse(null);
            if (known != null) {
                add("icmp", known.what(), about.get(), piece);
            } else {
                add("icmp", DATAGRAMS, ends(message.flow()), piece);
            }
        } else if (seen.packet() instanceof OtherPacket other && other.protocol() >= 0) {
            add(other, piece);
        }
    }

    /** A later fragment is of what the first one began. */
    private void add(OtherPacket other, Piece piece) {
        boolean message = other.protocol() == IpProtocol.ICMP || other.protocol() == IpProtocol.ICMPV6;
        Flow ends = ends(piece.first().orElse(other).flow());
        if (piece.first().isPresent()) {
            boolean segment = piece.first().get() instanceof Segment;
            add(segment ? "ip" : "udp", segment ? streamOf(ends) : DATAGRAMS, ends, piece);
        } else {
            add(message ? "icmp" : "ip", message ? DATAGRAMS : OTHERS, ends, piece);
        }
    }

    /** That of these ends, if it was seen; never their datagrams. */
    private int streamOf(Flow ends) {
        Key key = latest.get(ends.upward());
        return key == null || key.what() == DATAGRAMS ? OTHERS : key.what();
    }

    private void add(String transport, int what, Flow ends, Piece piece) {
        Key key = new Key(ends.upward(), what);
        PacketTalk talk = talks.computeIfAbsent(
                key, none -> new PacketTalk(transport, ends.source(), ends.destination(), new ArrayList<>()));
        latest.put(key.ends(), key);
        SeenPacket packet = piece.packet();
        boolean fromLeft = talk.left().equals(ends.source());
        talk.crossings().add(new Crossing(fromLeft, packet, piece.pieces(), Optional.ofNullable(judged.get(packet))));
    }

    /** Behind a mirror both ends may be one host's; where there are no ports, only what the packet says keeps them apart. */
    private Flow ends(Flow flow) {
        Flow real = new Flow(
                Objects.requireNonNull(addresses.real(flow.source())),
                Objects.requireNonNull(addresses.real(flow.destination())));
        boolean same = real.source().equals(real.destination()) && real.source().getPort() == 0;
        return same ? flow : real;
    }
}
