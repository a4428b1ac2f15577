package org.sockrates.sim;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.Link;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.rdt.Outside;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.rdt.ProtocolEnd;
import org.sockrates.transport.rdt.ProtocolSettings;

/** The world of one end: its line out, its timer, its program. */
final class Host implements Outside, Link.Outlet {
    private final Timeline timeline;
    private final Link line;
    private final Program program;
    private final ProtocolEnd end;
    private final UnderWay underWay;
    private final Last last = new Last();
    private final Alarm alarm;
    private @Nullable Host other;
    private @Nullable Link behind;
    private LineObserver observer = LineObserver.NOBODY;
    private Way way = Way.UPSTREAM;
    private long dataPackets;
    private long acknowledgements;
    private boolean acknowledgementLost;
    private boolean unharmed;

    /** What an end's program does with what arrives. */
    interface Program {
        /** A message came. */
        void take(ByteBuffer message);

        /** How many messages it can take now. */
        int room();

        /** Something has happened to its end: there may be room for more. */
        void goOn(long nowNanos);
    }

    Host(
            Timeline timeline,
            Link line,
            Program program,
            ProtocolSettings settings,
            BiFunction<ProtocolSettings, Outside, ProtocolEnd> maker) {
        this.timeline = timeline;
        this.line = line;
        this.program = program;
        underWay = new UnderWay(timeline, this::arriveThere);
        alarm = new Alarm(timeline, this::rings);
        end = maker.apply(settings, this);
    }

    /** Who is at the other end of the line. */
    void towards(Host there) {
        other = there;
    }

    /** What leaves the line meets this one, too, at the time it leaves: without jitter, packets stay in order. */
    void through(Link second) {
        behind = second;
    }

    /** Tells somebody what the line does. */
    void observedBy(LineObserver watching, Way its) {
        observer = watching;
        way = its;
    }

    ProtocolEnd end() {
        return end;
    }

    long dataPackets() {
        return dataPackets;
    }

    long acknowledgements() {
        return acknowledgements;
    }

    /** Whether of one of them the line let nothing out unharmed. */
    boolean acknowledgementLost() {
        return acknowledgementLost;
    }

    // --- what the end can do ----------------------------------------------------------------------------------------

    @Override
    public void transmit(ByteBuffer bytes) {
        PacketKind kind = kind(bytes);
        dataPackets += kind == PacketKind.DATA ? 1 : 0;
        acknowledgements += kind == PacketKind.ACK ? 1 : 0;
        observer.offered(way, bytes);
        unharmed = false;
        line.offer(timeline.nowNanos(), kind, bytes, this);
        acknowledgementLost |= kind == PacketKind.ACK && !unharmed;
    }

    private static PacketKind kind(ByteBuffer bytes) {
        if (Packet.claims(bytes, Packet.Type.DATA)) {
            return PacketKind.DATA;
        }
        return Packet.claims(bytes, Packet.Type.ACK) ? PacketKind.ACK : PacketKind.OTHER;
    }

    @Override
    public void deliver(ByteBuffer message) {
        program.take(message);
    }

    @Override
    public int room() {
        return program.room();
    }

    @Override
    public void wakeAt(long nanos) {
        alarm.at(nanos);
    }

    private void rings() {
        end.timeout(timeline.nowNanos());
        program.goOn(timeline.nowNanos());
    }

    // --- what the line does -----------------------------------------------------------------------------------------

    @Override
    public void deliver(ByteBuffer bytes, Crossing crossing) {
        observer.passed(way, crossing);
        unharmed |= !crossing.corrupted();
        Link second = behind;
        if (second == null) {
            underWay.add(bytes, crossing);
        } else {
            second.offer(crossing.dueNanos(), crossing.kind(), bytes, last);
        }
    }

    @Override
    public void drop(ByteBuffer bytes, Crossing crossing) {
        observer.passed(way, crossing);
    }

    private void arriveThere(ByteBuffer bytes, long number) {
        observer.arrived(way, number, timeline.nowNanos());
        Objects.requireNonNull(other).arrived(bytes);
    }

    private void arrived(ByteBuffer bytes) {
        end.arrived(bytes, timeline.nowNanos());
        program.goOn(timeline.nowNanos());
    }

    /** Where the second of two lines lets out what it has not lost. */
    private final class Last implements Link.Outlet {
        @Override
        public void deliver(ByteBuffer bytes, Crossing crossing) {
            underWay.add(bytes, crossing);
        }

        @Override
        public void drop(ByteBuffer bytes, Crossing crossing) {
            // nobody is told
        }
    }
}
