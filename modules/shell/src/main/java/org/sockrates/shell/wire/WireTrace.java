package org.sockrates.shell.wire;

import java.net.InetSocketAddress;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.analysis.Analysed;
import org.sockrates.capture.analysis.BothEnds;
import org.sockrates.capture.analysis.LabelText;
import org.sockrates.capture.analysis.PacketLine;
import org.sockrates.capture.analysis.SegmentText;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.numbered.NumberedTalk;
import org.sockrates.capture.numbered.NumberedTalks;
import org.sockrates.capture.packet.Decoded;
import org.sockrates.capture.packet.Flow;
import org.sockrates.capture.packet.Packet;
import org.sockrates.capture.packet.Segment;
import org.sockrates.capture.traffic.JudgedSegments;
import org.sockrates.capture.traffic.SeenPacket;
import org.sockrates.link.rule.Way;
import org.sockrates.shell.session.Teller;
import org.sockrates.shell.session.VerdictText;
import org.sockrates.shell.text.Sides;
import org.sockrates.transport.PacketHead;
import org.sockrates.wire.WireObserver;
import org.sockrates.wire.WirePacket;

/** Has every packet told as it leaves, in tcpdump's words, with what the link did; the wire does not wait for a terminal. */
final class WireTrace implements WireObserver {
    private final Teller teller;
    private final BothEnds ends = new BothEnds(true);
    private final NumberedTalks talks = new NumberedTalks();
    private List<Supplier<SeenPacket>> before;
    private long number;
    private @Nullable Analysed last;
    private long gaps;

    /** What was seen of a packet. */
    private final class Sighted implements Teller.Sighting {
        private final Packet head;
        private final Optional<Said> said;
        private final boolean arrival;
        private final boolean copy;
        private final String deed;

        /** @param deed what the link did; empty for nothing, and for an arrival */
        private Sighted(WirePacket packet, boolean arrival, String deed) {
            this.head = HeadBytes.of(packet, arrival ? packet.arrivedNanos() : packet.sentNanos());
            this.said = said(packet);
            this.arrival = arrival;
            this.copy = packet.copy();
            this.deed = deed;
        }

        @Override
        public List<String> lines() {
            return line(this).map(Teller::packet).orElse(List.of());
        }
    }

    /** A datagram that says what it is, of the conversation of these two ends. */
    private record Said(PacketHead head, Way way, InetSocketAddress client, InetSocketAddress server) {
        Side from() {
            return Sides.from(way);
        }

        Flow flow() {
            return way == Way.UPSTREAM ? new Flow(client, server) : new Flow(server, client);
        }

        Object ends() {
            return List.of(client, server);
        }
    }

    /** @param before what was seen already, which is not told: later segments are judged by it */
    WireTrace(Teller teller, List<Supplier<SeenPacket>> before) {
        this.teller = teller;
        this.before = before;
    }

    @Override
    public void sent(WirePacket packet) {
        teller.keep(packet.sentNanos(), new Sighted(packet, false, VerdictText.of(packet.verdict(), packet.rule())));
    }

    @Override
    public void arrived(WirePacket packet) {
        if (!packet.corrupted()) {
            teller.keep(packet.arrivedNanos(), new Sighted(packet, true, ""));
        }
    }

    private static Optional<Said> said(WirePacket packet) {
        return packet.head().map(head -> new Said(head, packet.way(), packet.client(), packet.server()));
    }

    /** An arrival is not told; it is what later segments are judged by. */
    private Optional<String> line(Sighted sighted) {
        if (sighted.said.isPresent()) {
            return numbered(sighted, sighted.said.get());
        }
        catchUp();
        if (gaps != teller.gaps()) {
            gaps = teller.gaps();
            ends.behindGap();
        }
        Decoded packet = Decoded.of(sighted.head);
        long nanos = sighted.head.timeNanos();
        if (sighted.arrival) {
            if (packet instanceof Segment segment) {
                ends.arrived(number, nanos, segment);
            }
            return Optional.empty();
        }
        if (packet instanceof Segment segment) {
            return Optional.of(segment(segment, nanos, sighted.copy) + sighted.deed);
        }
        return Optional.of(PacketLine.of(teller.since(nanos), packet) + sighted.deed);
    }

    private Optional<String> numbered(Sighted sighted, Said said) {
        NumberedTalk talk = talks.of(said.ends());
        long nanos = sighted.head.timeNanos();
        if (sighted.arrival) {
            talk.arrives(said.from(), said.head(), nanos);
            return Optional.empty();
        }
        String told = talk.told(said.from(), said.head(), sighted.copy, nanos);
        return Optional.of(teller.time(nanos) + " " + said.flow() + ": " + told + sighted.deed);
    }

    private void catchUp() {
        List<SeenPacket> seen = before.stream().map(Supplier::get).toList();
        before = List.of();
        IdentityHashMap<SeenPacket, Analysed> judged = JudgedSegments.of(seen, ends);
        for (SeenPacket packet : seen) {
            number = packet.number();
            last = judged.containsKey(packet) ? judged.get(packet) : last;
        }
    }

    /** A copy follows its original, and is nothing that its sender did: no label is its own. */
    private String segment(Segment segment, long nanos, boolean copy) {
        Analysed before = last;
        Analysed analysed = copy && before != null && before.segment().equals(segment)
                ? before
                : ends.sent(++number, nanos, segment);
        last = analysed;
        String labels = copy ? "" : LabelText.brief(analysed);
        return teller.time(nanos) + " " + segment.flow() + ": " + SegmentText.brief(analysed)
                + (labels.isEmpty() ? "" : " [" + labels + "]");
    }
}
