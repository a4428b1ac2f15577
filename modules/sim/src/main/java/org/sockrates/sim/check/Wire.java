package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.sockrates.link.PacketKind;
import org.sockrates.link.Way;
import org.sockrates.transport.rdt.Packet;

/** One way of the line: packets go in, and what is left of them comes out. */
final class Wire {
    /** How long a packet takes that nothing happens to. */
    static final long DELAY_NANOS = 10 * Plan.MILLI;

    private static final int STRANGER = 0x5a5a5a5a;

    private final Scene scene;
    private final Way way;
    private final Weather weather;
    private final Consumer<Arrival> there;
    private final Fate fate = new Fate();
    private final ArrayDeque<Arrival> spare = new ArrayDeque<>();
    private final Packet writer = new Packet();
    private final ByteBuffer forged = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);

    private int data;
    private int acknowledgements;
    private long entered;
    private long copied;
    private long dropped;
    private long arrived;
    private long underWay;

    Wire(Scene scene, Way way, Weather weather, Consumer<Arrival> there) {
        this.scene = scene;
        this.way = way;
        this.weather = weather;
        this.there = there;
    }

    /**
     * A packet enters.
     *
     * @param read points at it, where it is one of docs/rdt.md and whole
     */
    void put(ByteBuffer bytes, PacketKind kind, boolean whole, Packet read) {
        boolean ack = kind == PacketKind.ACK;
        int nth = ack ? ++acknowledgements : ++data;
        entered++;
        scene.note(ack ? -scene.now() : scene.now());
        scene.note(31L * bytes.remaining() + nth);
        fate.good();
        weather.befall(way, kind, nth, scene.now(), fate);
        if (fate.forged && whole) {
            forge(read);
        }
        if (fate.dropped) {
            dropped++;
            trace(bytes, whole, read);
        } else {
            trace(bytes, whole, read);
            depart(bytes, whole, read, DELAY_NANOS + fate.delayNanos, fate.isDamaged());
        }
        if (fate.copyNanos != Fate.NOTHING && !fate.dropped) {
            copied++;
            depart(bytes, whole, read, DELAY_NANOS + fate.copyNanos, false);
        }
        weigh();
    }

    private void trace(ByteBuffer bytes, boolean whole, Packet read) {
        Trace trace = scene.trace;
        if (trace != null) {
            Step.Kind kind = fate.dropped ? Step.Kind.LOST : Step.Kind.LEAVES;
            trace.step(scene.now(), kind, way, entered, label(bytes, whole, read), fate.dropped ? "drop" : "");
        }
    }

    private String label(ByteBuffer bytes, boolean whole, Packet read) {
        if (!whole) {
            return bytes.remaining() + " bytes";
        }
        int first = scene.plan.first();
        return read.type() == Packet.Type.DATA
                ? "data " + (read.number() - first)
                : "ack " + (read.number() - first) + ", next " + (read.next() - first) + ", room " + read.window();
    }

    private void forge(Packet read) {
        copied++;
        writer.write(
                forged,
                read.type(),
                ConnectionNumber.OURS ^ STRANGER,
                read.number(),
                read.next(),
                read.window(),
                read.payload());
        Arrival arrival = arrival(forged, true, read);
        arrival.stranger = true;
        scene.timeline.at(scene.now() + DELAY_NANOS, arrival);
    }

    private void depart(ByteBuffer bytes, boolean whole, Packet read, long delayNanos, boolean damaged) {
        Arrival arrival = arrival(bytes, whole, read);
        if (damaged) {
            arrival.damage(fate);
        }
        scene.timeline.at(scene.now() + delayNanos, arrival);
    }

    private Arrival arrival(ByteBuffer bytes, boolean whole, Packet read) {
        Arrival arrival = spare.isEmpty() ? new Arrival(this) : spare.pop();
        arrival.set(entered, bytes, whole, read);
        if (scene.trace != null) {
            arrival.label = label(bytes, whole, read);
        }
        underWay++;
        return arrival;
    }

    void arrive(Arrival arrival) {
        underWay--;
        arrived++;
        Trace trace = scene.trace;
        if (trace != null) {
            trace.step(scene.now(), Step.Kind.ARRIVES, way, arrival.packet, arrival.label, arrival.mark());
        }
        there.accept(arrival);
        spare.push(arrival);
        weigh();
    }

    private void weigh() {
        scene.judge.ask(
                Invariant.CONSERVED,
                entered + copied == arrived + dropped + underWay,
                "%d packets entered or were copied, %d came out or were dropped",
                entered + copied,
                arrived + dropped);
    }

    long entered() {
        return entered;
    }
}
