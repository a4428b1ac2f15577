package org.sockrates.sim.path;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sockrates.link.Link;
import org.sockrates.link.Traffic;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.PacketKind;

/**
 * The ports of one protocol, and the link between them. A port has two addresses: {@link #HERE}, at which it is reached at
 * once, and {@link #ACROSS}, at which it is reached over the link; whoever is reached over the link sees the sender there,
 * so that the answer takes the same way back.
 */
final class Net {
    /** Every port, at hand. */
    static final InetAddress HERE = address(1);
    /** The same ports, as the link's other end. */
    static final InetAddress ACROSS = address(2);

    private static final int FIRST_EPHEMERAL = 49_152;
    private static final int MOST_PORT = 65_535;
    private static final int EPHEMERAL_PORTS = MOST_PORT - FIRST_EPHEMERAL + 1;

    private final World world;
    private final Function<ByteBuffer, PacketKind> kinds;
    private final Link upstream;
    private final Link downstream;
    private final TrafficCount sentUp;
    private final TrafficCount sentDown;
    private final int headerBytes;
    private final Map<Integer, SimPort> ports = new HashMap<>();
    private final Map<Long, Boolean> asked = new HashMap<>();
    private int nextPort = FIRST_EPHEMERAL;

    /**
     * No port is taken yet. The link is everybody's: what one protocol sends is in the way of another.
     *
     * @param counts makes what counts the packets of one way
     * @param kinds tells the packets of this protocol apart
     * @param headerBytes that the link sees in front of each: those of the protocols below this one, which the link
     *     counts, and spares
     */
    Net(
            World world,
            Link upstream,
            Link downstream,
            Supplier<TrafficCount> counts,
            Function<ByteBuffer, PacketKind> kinds,
            int headerBytes) {
        sentUp = counts.get();
        sentDown = counts.get();
        this.world = world;
        this.kinds = kinds;
        this.upstream = upstream;
        this.downstream = downstream;
        this.headerBytes = headerBytes;
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 77, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    World world() {
        return world;
    }

    Traffic traffic() {
        return new Traffic(sentUp.sum(), sentDown.sum());
    }

    /**
     * Gives a port to somebody.
     *
     * @param wanted 0 for whichever is free
     * @return the port, or empty when it has somebody already, or each of those that are given away has
     */
    Optional<Integer> take(int wanted, SimPort who) {
        int port = wanted == 0 ? ephemeral() : wanted;
        return ports.putIfAbsent(port, who) == null ? Optional.of(port) : Optional.empty();
    }

    /** The next one that is free; any, where none is. */
    private int ephemeral() {
        int port = nextPort;
        for (int tries = 1; ports.containsKey(port) && tries < EPHEMERAL_PORTS; tries++) {
            port = after(port);
        }
        nextPort = after(port);
        return port;
    }

    private static int after(int port) {
        return port == MOST_PORT ? FIRST_EPHEMERAL : port + 1;
    }

    void free(int port) {
        ports.remove(port);
    }

    /** Sends a packet on its way. */
    void send(ByteBuffer packet, int from, InetSocketAddress to) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining()).put(packet).flip();
        if (!to.getAddress().equals(ACROSS)) {
            world.at(world.nowNanos(), () -> arrive(copy, new InetSocketAddress(HERE, from), to));
            return;
        }
        InetSocketAddress sender = new InetSocketAddress(ACROSS, from);
        cross(copy, from, to, bytes -> arrive(bytes, sender, to));
    }

    /** Over the link, where the addresses are the link's; what became of it is done when it comes out. */
    private void cross(ByteBuffer packet, int from, InetSocketAddress to, Consumer<ByteBuffer> then) {
        if (!to.getAddress().equals(ACROSS)) {
            then.accept(packet);
            return;
        }
        boolean up = isUpstream(from, to.getPort());
        Link link = up ? upstream : downstream;
        (up ? sentUp : sentDown).add(packet, from, to.getPort());
        PacketKind kind = kinds.apply(packet);
        ByteBuffer whole = ByteBuffer.allocate(headerBytes + packet.remaining());
        whole.position(headerBytes).put(packet).flip();
        link.offer(world.nowNanos(), kind, headerBytes, whole, new Link.Outlet() {
            @Override
            public void deliver(ByteBuffer bytes, Crossing crossing) {
                bytes.position(headerBytes);
                ByteBuffer out =
                        ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
                world.at(crossing.dueNanos(), () -> then.accept(out));
            }

            @Override
            public void drop(ByteBuffer bytes, Crossing crossing) {
                // nobody is told
            }
        });
    }

    /** Upstream is the way of whoever spoke first. */
    private boolean isUpstream(int from, int to) {
        Boolean way = asked.get((long) from << Integer.SIZE | to);
        if (way == null) {
            way = !asked.containsKey((long) to << Integer.SIZE | from);
            asked.put((long) from << Integer.SIZE | to, way);
        }
        return way;
    }

    private void arrive(ByteBuffer packet, InetSocketAddress from, InetSocketAddress to) {
        SimPort there = ports.get(to.getPort());
        if (there != null) {
            there.arrived(packet, from);
            return;
        }
        SimPort sender = ports.get(from.getPort());
        if (sender != null) {
            cross(packet, to.getPort(), from, answered -> sender.nobodyAt(answered, to));
        }
    }
}
