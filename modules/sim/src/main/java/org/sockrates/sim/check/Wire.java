package org.sockrates.sim.check;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.check.schedule.Forgery;
import org.sockrates.sim.check.schedule.Plan;
import org.sockrates.transport.rdt.Packet;
import org.sockrates.transport.text.CountText;

/** One way of the line: packets go in, and what is left of them comes out. */
final class Wire {
    /** What a path of 1,500 bytes carries behind IP's and UDP's headers. */
    static final int LONGEST_BYTES = 1_500 - 20 - 8;

    /** How long a packet takes that nothing happens to. */
    static final long DELAY_NANOS = 10 * Plan.MILLI;

    private static final int STRANGER = 0x5a5a5a5a;

    private final Scene scene;
    private final Way way;
    private final Weather weather;
    private final Consumer<Arrival> there;
    private final Supplier<Aim> aim;
    private @Nullable Forger forger;
    private final Fate fate = new Fate();
    private final ArrayDeque<Arrival> spare = new ArrayDeque<>();
    private final Packet writer = new Packet();
    private final ByteBuffer forged = ByteBuffer.allocate(Packet.HEADER_BYTES + Packet.MOST_PAYLOAD_BYTES);

    private final Map<PacketKind, Integer> counts = new EnumMap<>(PacketKind.class);
    private long entered;
    private long copied;
    private long dropped;
    private long arrived;
    private long underWay;

    /**
     * One way.
     *
     * @param there takes what comes out
     * @param aim how it stands who takes it
     */
    Wire(Scene scene, Way way, Weather weather, Consumer<Arrival> there, Supplier<Aim> aim) {
        this.scene = scene;
        this.way = way;
        this.weather = weather;
        this.there = there;
        this.aim = aim;
    }

    /**
     * Asks what must hold of whatever an end sends.
     *
     * @param nth of the call that sends it
     */
    void judge(ByteBuffer bytes, int nth) {
        int most = scene.plan.window() + 2;
        scene.judge.ask(Invariant.NO_STORM, nth <= most, "%d packets and more (expected: at most %d)", nth, most);
        scene.judge.ask(Invariant.FITS, bytes.remaining() <= LONGEST_BYTES, "%d bytes", bytes.remaining());
    }

    /**
     * A packet enters.
     *
     * @param read points at it, where it is one of docs/rdt.md and whole
     */
    void put(ByteBuffer bytes, PacketKind kind, boolean whole, Packet read) {
        int nth = counts.merge(kind, 1, Integer::sum);
        entered++;
        scene.note(kind == PacketKind.ACK ? -scene.now() : scene.now());
        scene.note(31L * bytes.remaining() + nth);
        fate.good();
        weather.befall(way, kind, nth, scene.now(), fate);
        if (fate.forged && whole) {
            forge(kind, read);
        }
        Forgery injected = fate.injected;
        if (injected != null) {
            int distance = fate.distance;
            scene.timeline.at(scene.now() + DELAY_NANOS, () -> inject(injected, distance));
        }
        trace(bytes, kind, whole, read);
        if (fate.dropped) {
            dropped++;
        } else {
            depart(bytes, kind, whole, read, DELAY_NANOS + fate.delayNanos, fate.isDamaged());
            if (fate.copyNanos != Fate.NOTHING) {
                copied++;
                depart(bytes, kind, whole, read, DELAY_NANOS + fate.copyNanos, false);
            }
        }
        weigh();
    }

    private void trace(ByteBuffer bytes, PacketKind kind, boolean whole, Packet read) {
        if (scene.trace != null) {
            Step.Kind step = fate.dropped ? Step.Kind.LOST : Step.Kind.LEAVES;
            scene.step(step, way, label(bytes, kind, whole, read), fate.dropped ? "drop" : "");
        }
    }

    private String label(ByteBuffer bytes, PacketKind kind, boolean whole, Packet read) {
        if (!whole) {
            return CountText.print(bytes.remaining(), "byte");
        }
        int first = scene.plan.first();
        return switch (kind) {
            case SYN -> "OPEN";
            case FIN -> "END";
            case RST -> "RESET";
            case ACK ->
                "ack " + (read.number() - first) + ", next " + (read.next() - first) + ", room " + read.window();
            case DATA, SYN_ACK, OTHER -> "data " + (read.number() - first);
        };
    }

    private void forge(PacketKind kind, Packet read) {
        int stranger = scene.plan.number() ^ STRANGER;
        writer.write(forged, read.type(), stranger, read.number(), read.next(), read.window(), read.payload());
        slipIn(kind, read);
        if (scene.plan.connected()) {
            writer.write(forged, Packet.Type.RESET, stranger, 0, 0, 0, ByteBuffer.allocate(0));
            slipIn(PacketKind.RST, read);
        }
    }

    private void slipIn(PacketKind kind, Packet read) {
        copied++;
        Arrival arrival = arrival(forged, kind, true, read);
        arrival.stranger = true;
        scene.timeline.at(scene.now() + DELAY_NANOS, arrival);
    }

    /** Written when it comes: what can be told to be forged depends on what the end knows then. */
    private void inject(Forgery forgery, int distance) {
        Forger known = forger == null ? new Forger(scene.plan) : forger;
        forger = known;
        Arrival arrival = spare.isEmpty() ? new Arrival(this) : spare.pop();
        if (scene.readsPackets() && known.forge(forgery, distance, aim.get(), arrival)) {
            copied++;
            underWay++;
            arrive(arrival);
        } else {
            spare.push(arrival);
        }
    }

    private void depart(
            ByteBuffer bytes, PacketKind kind, boolean whole, Packet read, long delayNanos, boolean damaged) {
        Arrival arrival = arrival(bytes, kind, whole, read);
        arrival.stranger = whole && read.connection() != scene.plan.number();
        if (damaged) {
            arrival.damage(fate);
        }
        scene.timeline.at(scene.now() + delayNanos, arrival);
    }

    private Arrival arrival(ByteBuffer bytes, PacketKind kind, boolean whole, Packet read) {
        Arrival arrival = spare.isEmpty() ? new Arrival(this) : spare.pop();
        arrival.set(bytes, kind, whole, read);
        if (scene.trace != null) {
            arrival.label = label(bytes, kind, whole, read);
        }
        underWay++;
        return arrival;
    }

    void arrive(Arrival arrival) {
        underWay--;
        arrived++;
        scene.step(Step.Kind.ARRIVES, way, arrival.label, arrival.mark());
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
