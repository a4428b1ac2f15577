package org.sockrates.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.packet.PacketView.Carries;
import org.sockrates.link.Link;
import org.sockrates.link.LinkPair;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.NanoClock;

/**
 * What happens to a packet between the two ends of a wire: it is read, told apart, held at the gate, decided about by the
 * link of its way, kept as long as it travels, turned round and handed back. Every method but the constructor within
 * the lock of its links; nothing on a packet's way allocates, unless somebody reads what datagrams say of themselves.
 */
final class Mirror implements Link.Outlet {
    /** Where packets leave to: the device. */
    @FunctionalInterface
    interface Exit {
        /**
         * Hands a packet to the kernel, {@link WirePacket#turn turned round}.
         *
         * @throws IOException when the kernel does not take it
         */
        void write(WirePacket packet) throws IOException;

        /** Whether it keeps a packet, to hand it over with others when it is flushed. */
        default boolean gathers(WirePacket packet) {
            return false;
        }

        /** Hands over what it has gathered, and tells the mirror of what the kernel {@link Mirror#unsent does not take}. */
        default void flush(Mirror mirror) {
            // nothing was gathered
        }
    }

    static final long NEVER = Long.MAX_VALUE;

    private final NanoClock clock;
    private final Exit exit;
    final LinkPair links;
    private final Lane up;
    private final Lane down;
    private final WirePackets pool;
    private final Flows flows = new Flows();
    private final Flight flight = new Flight();
    private final Observers<WireObserver> observers = new Observers<>();
    private final WireLog log;
    private final ArrayDeque<WirePacket> held = new ArrayDeque<>();
    private @Nullable DatagramReader reader;
    private @Nullable WirePacket current;
    private long heldBytes;

    Mirror(LinkSpec spec, WireSettings settings, NanoClock clock, Exit exit) {
        this.clock = clock;
        this.exit = exit;
        links = new LinkPair(spec);
        up = new Lane(links.of(Way.UPSTREAM));
        down = new Lane(links.of(Way.DOWNSTREAM));
        pool = new WirePackets(settings.mostHeldBytes());
        log = new WireLog(settings.mostLogged());
    }

    WireLog log() {
        return log;
    }

    Observers<WireObserver> observers() {
        return observers;
    }

    /** Datagrams are asked from now on what they say of themselves. */
    void read(DatagramReader reader) {
        this.reader = reader;
    }

    /** A packet was read from the device, from here to there, whichever end sent it. */
    void came(WirePacket packet) {
        Sighting sighting = packet.sighting;
        if (!sighting.isBetweenTwo()) {
            return; // for a group or for all: nobody may answer as that
        }
        if (reader != null) {
            sighting.read(reader);
        }
        long now = clock.nanoTime();
        Way way = flows.way(sighting, now);
        if (way == null) {
            return; // a segment of a connection over a wire that is gone
        }
        packet.way = way;
        packet.sentNanos = now;
        if (packet.way == Way.DOWNSTREAM) {
            sighting.swapAddresses();
        }
        boolean segment = sighting.carries() == Carries.TCP || sighting.head() != null;
        lane(packet).sent(sighting, packet.buffer.remaining(), segment, flows.retransmission());
        if (held.isEmpty() && links.gate().pass()) {
            offer(packet, now);
        } else {
            hold(packet);
        }
    }

    private Lane lane(WirePacket packet) {
        return packet.way == Way.UPSTREAM ? up : down;
    }

    private void offer(WirePacket packet, long now) {
        current = packet;
        lane(packet).link.offer(now, packet.sighting.kind(), packet.sighting.headerBytes(), packet.buffer, this);
    }

    private void hold(WirePacket packet) {
        WirePacket kept = pool.take(packet.buffer.remaining());
        if (kept == null) {
            lane(packet).refused.add(packet.buffer.remaining());
            packet.refused("no-room");
            tell(packet);
            return;
        }
        kept.become(packet, packet.buffer);
        heldBytes += kept.buffer.remaining();
        held.add(kept);
    }

    @Override
    public void drop(ByteBuffer bytes, Crossing crossing) {
        WirePacket packet = decided(crossing);
        tell(packet);
    }

    @Override
    public void deliver(ByteBuffer bytes, Crossing crossing) {
        WirePacket packet = decided(crossing);
        boolean changed = crossing.corrupted();
        boolean atOnce = crossing.immediate() && (flight.isEmpty() || flight.next().dueNanos - packet.dueNanos > 0);
        if (atOnce && !changed) {
            tell(packet);
            arrive(packet);
            return;
        }
        WirePacket kept = pool.take(bytes.remaining());
        if (kept == null) {
            lane(packet).noRoom.add(bytes.remaining());
            packet.drop("no-room");
            tell(packet);
            return;
        }
        tell(packet);
        kept.become(packet, bytes);
        flight.add(kept);
    }

    private void tell(WirePacket packet) {
        log.sent(packet);
        observers.tell(WireObserver::sent, packet);
    }

    private WirePacket decided(Crossing crossing) {
        WirePacket packet = current;
        if (packet == null) {
            throw new IllegalStateException("no packet was offered");
        }
        if (crossing.copy()) {
            flush(); // the original, which becomes the copy here
        }
        packet.decided(crossing);
        return packet;
    }

    private void arrive(WirePacket packet) {
        if (!observers.isEmpty()) {
            // before the kernel has it: a program may act on it before the write returns
            packet.arrivedNanos = clock.nanoTime();
        }
        if (!exit.gathers(packet)) {
            try {
                exit.write(packet);
            } catch (IOException notTaken) {
                unsent(packet);
                return;
            }
        }
        observers.tell(WireObserver::arrived, packet);
    }

    /** Nothing that was to arrive at once stays behind. Before the lock is given back. */
    void flush() {
        exit.flush(this);
    }

    /** The kernel did not take a packet. */
    void unsent(WirePacket packet) {
        lane(packet).unsent.add(packet.buffer.remaining());
    }

    /** Lets arrive whatever is due, and lets pass what may pass the gate now. */
    void flow() {
        while (!held.isEmpty() && links.gate().pass()) {
            WirePacket next = held.remove();
            heldBytes -= next.buffer.remaining();
            offer(next, clock.nanoTime());
            pool.giveBack(next);
        }
        while (!flight.isEmpty() && flight.next().dueNanos - clock.nanoTime() <= 0) {
            WirePacket next = flight.take();
            arrive(next);
            pool.giveBack(next);
        }
    }

    /** When the next packet is due, on the clock; {@link #NEVER} when none is under way. */
    long nextDueNanos() {
        return flight.isEmpty() ? NEVER : flight.next().dueNanos;
    }

    /** What passed on one way; what waits at the gate has not. */
    LinkReport report(Way way) {
        return (way == Way.UPSTREAM ? up : down).report(clock.nanoTime());
    }

    /** What passed on both ways, and what waits at the gate. */
    LinkReport report() {
        long now = clock.nanoTime();
        return up.report(now).plus(down.report(now)).waiting(held.size(), heldBytes);
    }

    Traffic traffic() {
        return new Traffic(up.traffic(), down.traffic());
    }
}
