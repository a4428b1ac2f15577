package org.sockrates.shell.spoil;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.ladder.Side;
import org.sockrates.capture.numbered.NumberedTalk;
import org.sockrates.capture.numbered.NumberedTalks;
import org.sockrates.capture.packet.Flow;
import org.sockrates.link.LinkHost;
import org.sockrates.link.PacketObserver;
import org.sockrates.link.PassedPacket;
import org.sockrates.link.rule.Verdict;
import org.sockrates.shell.session.Place;
import org.sockrates.shell.session.Teller;
import org.sockrates.shell.session.VerdictText;
import org.sockrates.shell.text.Sides;
import org.sockrates.transport.PacketHead;

/** Tells every datagram that a relay passes, with what its link did; of a numbered packet, what it says. */
final class RelayTrace implements PacketObserver, Place.Tracing {
    private final LinkHost relay;
    private final Teller teller;
    private final NumberedTalks talks = new NumberedTalks();
    private final PriorityQueue<Arrival> underWay = new PriorityQueue<>(Comparator.comparingLong(Arrival::dueNanos));
    private @Nullable PassedPacket last;

    /** A packet that is to reach its end. */
    private record Arrival(long dueNanos, NumberedTalk talk, Side from, PacketHead head) {}

    private RelayTrace(LinkHost relay, Teller teller) {
        this.relay = relay;
        this.teller = teller;
    }

    /** Begins to tell. */
    static RelayTrace begin(LinkHost relay, Teller teller) {
        RelayTrace trace = new RelayTrace(relay, teller);
        relay.observe(trace);
        return trace;
    }

    @Override
    public void observe(PassedPacket packet) {
        teller.keep(packet.timeNanos(), () -> Teller.packet(line(packet)));
    }

    private String line(PassedPacket packet) {
        while (!underWay.isEmpty() && underWay.peek().dueNanos() <= packet.timeNanos()) {
            Arrival lands = underWay.remove();
            lands.talk().arrives(lands.from(), lands.head(), lands.dueNanos());
        }
        String said = packet.head().map(head -> numbered(packet, head)).orElse("UDP, length " + packet.bytes());
        last = packet;
        return teller.time(packet.timeNanos()) + " " + new Flow(packet.from(), packet.to()) + ": " + said
                + VerdictText.of(packet.verdict(), packet.rule());
    }

    private String numbered(PassedPacket packet, PacketHead head) {
        NumberedTalk talk = talks.of(packet.client());
        Side from = Sides.from(packet.way());
        boolean copy = last != null && packet.copies(last);
        String told = talk.told(from, head, copy, packet.timeNanos());
        if (packet.verdict() != Verdict.DROPPED && !packet.corrupted()) {
            underWay.add(new Arrival(packet.dueNanos(), talk, from, head));
        }
        return told;
    }

    /** What has been seen is told, and no more. */
    @Override
    public void close() {
        relay.ignore(this);
    }
}
