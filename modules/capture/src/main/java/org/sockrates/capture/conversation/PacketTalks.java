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
    private final Addresses addresses;
    private final IdentityHashMap<SeenPacket, Analysed> judged;
    private final Map<Object, PacketTalk> talks = new LinkedHashMap<>();
    private final Map<Flow, Object> latest = new HashMap<>();

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
                traffic.atEnds() ? JudgedSegments.of(whole, new BothEnds()) : JudgedSegments.inPassing(whole));
        pieces.forEach(found::add);
        return List.copyOf(found.talks.values());
    }

    private void add(Piece piece) {
        SeenPacket seen = piece.packet();
        if (seen.packet() instanceof Segment segment) {
            Analysed analysed = Objects.requireNonNull(judged.get(seen));
            // Ports may be used again: a stream is one conversation, its ends are not.
            add("tcp", analysed.stream(), ends(segment.flow()), piece, Optional.of(analysed));
        } else if (seen.packet() instanceof Datagram datagram) {
            Flow ends = ends(datagram.flow());
            add("udp", ends.upward(), ends, piece, Optional.empty());
        } else if (seen.packet() instanceof IcmpMessage message) {
            Optional<Object> about =
                    message.about().map(quoted -> latest.get(ends(quoted.flow()).upward()));
            if (about.isPresent()) {
                Flow quoted = ends(message.about().orElseThrow().flow());
                add("icmp", about.get(), quoted.reversed(), piece, Optional.empty());
            } else {
                Flow ends = ends(message.flow());
                add("icmp", ends.upward(), ends, piece, Optional.empty());
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
            add(segment ? "ip" : "udp", segment ? stream(ends) : ends.upward(), ends, piece, Optional.empty());
        } else if (message) {
            add("icmp", ends.upward(), ends, piece, Optional.empty());
        } else {
            add("ip", List.of(ends.upward()), ends, piece, Optional.empty());
        }
    }

    /** That of these ends, if it was seen; never their datagrams. */
    private Object stream(Flow ends) {
        Object key = latest.get(ends.upward());
        return key == null || key.equals(ends.upward()) ? List.of(ends.upward()) : key;
    }

    private void add(String transport, Object key, Flow ends, Piece piece, Optional<Analysed> analysed) {
        PacketTalk talk = talks.computeIfAbsent(
                key, none -> new PacketTalk(transport, ends.source(), ends.destination(), new ArrayList<>()));
        latest.put(ends.upward(), key);
        talk.crossings().add(new Crossing(talk.left().equals(ends.source()), piece.packet(), piece.pieces(), analysed));
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
