package org.sockrates.sim;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.Link;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Line;

/**
 * The world of one {@link Connection}: its line out, its timer, and a program that is told when something happened. Only
 * {@link TcpTransfer} and tests use it: sockets over a simulated net have another.
 */
final class ConnectionHost implements Line, Link.Outlet {
    private final Timeline timeline;
    private final Link link;
    private final Function<ByteBuffer, PacketKind> kinds;
    private final Connection connection;
    private final Alarm alarm;
    private final UnderWay underWay;
    private final Map<PacketKind, Integer> packetsOfKind = new EnumMap<>(PacketKind.class);
    private @Nullable ConnectionHost other;
    private Runnable program = () -> {};

    /**
     * A host and its machine.
     *
     * @param kinds tells the link what a packet is for
     * @param machine made on the line that it is handed
     */
    ConnectionHost(
            Timeline timeline,
            Link link,
            Function<ByteBuffer, PacketKind> kinds,
            Function<Line, ? extends Connection> machine) {
        this.timeline = timeline;
        this.link = link;
        this.kinds = kinds;
        underWay = new UnderWay(timeline, (packet, number) -> arriveThere(packet));
        alarm = new Alarm(timeline, this::rings);
        connection = machine.apply(this);
    }

    /** Who is at the other end, and which program is told. */
    void between(ConnectionHost there, Runnable toTell) {
        other = there;
        program = toTell;
    }

    Connection connection() {
        return connection;
    }

    /** Packets it sent that are of this kind. */
    int packets(PacketKind kind) {
        return packetsOfKind.getOrDefault(kind, 0);
    }

    @Override
    public void transmit(ByteBuffer packet) {
        PacketKind kind = kinds.apply(packet);
        packetsOfKind.merge(kind, 1, Integer::sum);
        link.offer(timeline.nowNanos(), kind, packet, this);
    }

    @Override
    public void wakeAt(long nanos) {
        alarm.at(nanos);
    }

    private void rings() {
        connection.timeout(timeline.nowNanos());
        program.run();
    }

    @Override
    public void deliver(ByteBuffer packet, Crossing crossing) {
        underWay.add(packet, crossing);
    }

    @Override
    public void drop(ByteBuffer packet, Crossing crossing) {
        // who waits for it learns by its own timer
    }

    private void arriveThere(ByteBuffer packet) {
        Objects.requireNonNull(other).arrived(packet);
    }

    private void arrived(ByteBuffer packet) {
        connection.arrived(packet, timeline.nowNanos());
        program.run();
    }
}
