package org.sockrates.link.relay;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.LinkPair;
import org.sockrates.link.LinkReport;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.Lost;
import org.sockrates.link.Overflows;
import org.sockrates.link.PacketHost;
import org.sockrates.link.rule.Crossing;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.PacketHead;

/**
 * A hop for datagrams: a client sends to the relay, the relay sends on from a socket that stands for this client, and the
 * server's answers go back the same way. A closed port behind it is silence, as it is for UDP.
 */
public final class UdpRelay extends Relay implements PacketHost {
    /** Room for any datagram. */
    private static final int ROOM_BYTES = 65_536;

    /** What a pause holds back. */
    private static final long MOST_HELD_BYTES = 64L << 20;

    /** Datagrams of one socket in one turn, so that a flood on one does not keep the others from going on. */
    private static final int BURST = 64;

    private final DatagramChannel front;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(ROOM_BYTES);
    private final Heads heads;
    private final UdpFlows flows;
    private final Overruns overruns;

    private final LinkPair links;
    private final HeldPackets held = new HeldPackets(MOST_HELD_BYTES);
    private final Lost unsent = new Lost("unsent");
    private final Lost noSocket = new Lost("no-socket");
    private final Lost socketGone = new Lost("no-socket");
    private Came offered = new Came(0, Optional.empty());

    /** Binds and begins, for datagrams that say nothing of themselves. */
    public UdpRelay(RelaySettings settings, LinkSpec link, NanoClock clock) throws IOException {
        this(settings, link, clock, datagram -> Optional.empty());
    }

    /** @param heads reads what a datagram says of itself; where it throws, that is nothing */
    public UdpRelay(
            RelaySettings settings, LinkSpec link, NanoClock clock, Function<ByteBuffer, Optional<PacketHead>> heads)
            throws IOException {
        this(settings, link, clock, heads, Overflows.UNTOLD);
    }

    /** @param overflows tells what never came here, since it did not read fast enough; asked for each report */
    public UdpRelay(
            RelaySettings settings,
            LinkSpec link,
            NanoClock clock,
            Function<ByteBuffer, Optional<PacketHead>> heads,
            Overflows overflows)
            throws IOException {
        this(settings, link, clock, heads, new Overruns(overflows), UdpFlows.open(settings.listen()));
    }

    private UdpRelay(
            RelaySettings settings,
            LinkSpec link,
            NanoClock clock,
            Function<ByteBuffer, Optional<PacketHead>> heads,
            Overruns overruns,
            DatagramChannel front)
            throws IOException {
        super(settings, clock, "sockrates-udp-relay-", front, front::bind);
        this.front = front;
        this.heads = new Heads(heads, buffer);
        links = new LinkPair(link);
        flows = new UdpFlows(this, settings, loop, overruns);
        this.overruns = overruns;
        overruns.opened(listen());
        register(SelectionKey.OP_READ, this::fromClients);
        begin();
        loop.post(flows::forgetSilent);
    }

    private void fromClients() {
        for (int i = 0; i < BURST; i++) {
            SocketAddress from = UdpFlows.receive(front, buffer);
            if (from == null) {
                return;
            }
            long now = loop.nowNanos();
            UdpFlow flow = flows.of(from, now);
            if (flow == null) {
                synchronized (links) {
                    noSocket.add(buffer.remaining());
                }
            } else {
                offer(flow, Way.UPSTREAM, now);
            }
        }
    }

    void fromServer(UdpFlow flow) {
        for (int i = 0; i < BURST; i++) {
            SocketAddress from = UdpFlows.receive(flow.back, buffer);
            if (from == null) {
                return;
            }
            if (from.equals(target())) {
                flow.lastNanos = loop.nowNanos();
                offer(flow, Way.DOWNSTREAM, flow.lastNanos);
            }
        }
    }

    private void offer(UdpFlow flow, Way way, long nowNanos) {
        Came came = new Came(nowNanos, heads.read());
        synchronized (links) {
            if (held.isEmpty() && links.gate().pass()) {
                offer(flow, way, nowNanos, buffer, came);
                return;
            }
            ByteBuffer copy = UdpFlow.copy(buffer);
            if (held.add(copy, () -> offer(flow.goesOn(loop.nowNanos()), way, flow.lastNanos, copy, came))) {
                flow.waits();
            }
        }
    }

    /** What becomes of a packet is noted before this returns, with how it came. */
    private void offer(UdpFlow flow, Way way, long nowNanos, ByteBuffer packet, Came came) {
        offered = came;
        links.of(way).offer(nowNanos, came.kind(), packet, way == Way.UPSTREAM ? flow.upstream : flow.downstream);
    }

    void deliver(UdpFlow flow, Way way, ByteBuffer packet, Crossing crossing) {
        note(flow, way, crossing);
        if (crossing.immediate() && !loop.awaits(crossing.dueNanos())) {
            send(flow, way, packet);
        } else {
            ByteBuffer copy = UdpFlow.copy(packet);
            flow.waits();
            loop.at(crossing.dueNanos(), () -> send(flow.goesOn(loop.nowNanos()), way, copy));
        }
    }

    void note(UdpFlow flow, Way way, Crossing crossing) {
        log.add(offered.passed(crossing, way, way == Way.UPSTREAM ? flow.up : flow.down));
    }

    private void send(UdpFlow flow, Way way, ByteBuffer packet) {
        if (!flow.send(way, packet, front)) {
            boolean gone = way == Way.UPSTREAM && flow.isForgotten();
            synchronized (links) {
                (gone ? socketGone : unsent).add(packet.remaining());
            }
        }
    }

    @Override
    public LinkPair links() {
        return links;
    }

    @Override
    public void step(int packets) {
        synchronized (links) {
            links.gate().step(packets);
        }
        loop.post(this::flow);
    }

    @Override
    public void resume() {
        synchronized (links) {
            links.gate().resume();
        }
        loop.post(this::flow);
    }

    private void flow() {
        synchronized (links) {
            held.flow(links.gate());
        }
    }

    /**
     * What has passed; of {@link LinkReport#lostByHost} there may be {@code unsent}, {@code no-socket}, {@code no-room} and
     * {@code overrun}; the bytes of these nobody knows.
     */
    @Override
    public LinkReport report() {
        long overrun = overruns.count();
        synchronized (links) {
            return noSocket.before(socketGone.after(unsent.after(held.addedTo(links.report(loop.nowNanos())))))
                    .overrunBy(overrun);
        }
    }

    @Override
    void closePeers() {
        flows.close();
    }
}
