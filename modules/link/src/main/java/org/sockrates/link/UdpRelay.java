package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.NanoClock;

/**
 * A hop for datagrams: a client sends to the relay, the relay sends on from a socket that stands for this client, and the
 * server's answers go back the same way. A closed port behind it is silence, as it is for UDP.
 */
public final class UdpRelay implements Relay {
    private static final int LARGEST_DATAGRAM = 65_536;
    private static final int BURST = 64;
    private static final long MOST_HELD_BYTES = 64L << 20;

    private final RelaySettings settings;
    private final NanoClock clock;
    private final RelayLoop loop;
    private final RelayLog log;
    private final DatagramChannel front;
    private final InetSocketAddress listen;
    private final long startNanos;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
    private final UdpFlows flows;

    private final Object links = new Object();
    private final Link up;
    private final Link down;
    private final HeldPackets held = new HeldPackets(MOST_HELD_BYTES);
    private LinkSpec spec;
    private long unsent;
    private long unsentBytes;
    private long noSocket;
    private long noSocketBytes;

    private volatile boolean paused;

    /** Binds and begins. */
    public UdpRelay(RelaySettings settings, LinkSpec link, NanoClock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        spec = link;
        up = new Link(link, Way.UPSTREAM);
        down = new Link(link, Way.DOWNSTREAM);
        log = new RelayLog(settings.mostLogged());
        startNanos = clock.nanoTime();
        front = UdpFlows.open(settings.listen());
        try {
            listen = (InetSocketAddress) front.bind(settings.listen()).getLocalAddress();
            loop = new RelayLoop("sockrates-udp-relay-" + listen.getPort(), clock);
            flows = new UdpFlows(this, settings, loop);
            loop.register(front, SelectionKey.OP_READ, this::fromClients);
        } catch (IOException cannot) {
            front.close();
            throw cannot;
        }
        loop.start();
        loop.post(flows::forgetSilent);
    }

    private void fromClients() {
        for (int i = 0; i < BURST; i++) {
            SocketAddress from = receive(front);
            if (from == null) {
                return;
            }
            long now = clock.nanoTime();
            UdpFlow flow = flows.of(from, now);
            if (flow == null) {
                noSocket(buffer.remaining());
            } else {
                offer(up, now, flow.upstream);
            }
        }
    }

    void fromServer(UdpFlow flow) {
        for (int i = 0; i < BURST; i++) {
            SocketAddress from = receive(flow.back);
            if (from == null) {
                return;
            }
            if (from.equals(settings.target())) {
                flow.lastNanos = clock.nanoTime();
                offer(down, flow.lastNanos, flow.downstream);
            }
        }
    }

    private void offer(Link link, long now, Link.Outlet outlet) {
        synchronized (links) {
            link.offer(now, buffer, outlet);
        }
    }

    /** Fills the buffer with the next datagram; null when there is none. */
    private @Nullable SocketAddress receive(DatagramChannel from) {
        try {
            buffer.clear();
            SocketAddress sender = from.receive(buffer);
            buffer.flip();
            return sender;
        } catch (IOException unreachableOrClosed) {
            return null;
        }
    }

    void deliver(UdpFlow flow, Way way, ByteBuffer packet, Crossing crossing) {
        note(flow, way, crossing);
        if (crossing.immediate() && !loop.awaits(crossing.dueNanos())) {
            leave(flow, way, packet, false);
        } else {
            ByteBuffer copy = copy(packet);
            loop.at(crossing.dueNanos(), () -> leave(flow, way, copy, true));
        }
    }

    private static ByteBuffer copy(ByteBuffer packet) {
        return ByteBuffer.allocate(packet.remaining()).put(packet).flip();
    }

    void drop(UdpFlow flow, Way way, Crossing crossing) {
        note(flow, way, crossing);
    }

    private void note(UdpFlow flow, Way way, Crossing crossing) {
        log.add(PassedPacket.of(crossing, way, way == Way.UPSTREAM ? flow.up : flow.down));
    }

    /** The link lets a packet go: it is sent, or waits behind those that a pause holds back. */
    private void leave(UdpFlow flow, Way way, ByteBuffer packet, boolean own) {
        synchronized (links) {
            if (paused || !held.isEmpty()) {
                ByteBuffer kept = own ? packet : copy(packet);
                if (!held.add(kept, () -> send(flow, way, kept))) {
                    unsent(kept);
                }
                return;
            }
        }
        send(flow, way, packet);
    }

    private void send(UdpFlow flow, Way way, ByteBuffer packet) {
        try {
            boolean sent = way == Way.UPSTREAM ? flow.sendToServer(packet) : sendToClient(flow, packet);
            if (!sent) {
                unsent(packet);
            }
        } catch (IOException unreachableOrForgotten) {
            unsent(packet);
        }
    }

    private boolean sendToClient(UdpFlow flow, ByteBuffer packet) throws IOException {
        boolean empty = !packet.hasRemaining();
        return front.send(packet, flow.client) > 0 || empty;
    }

    private void unsent(ByteBuffer packet) {
        synchronized (links) {
            unsent++;
            unsentBytes += packet.remaining();
        }
    }

    private void noSocket(int bytes) {
        synchronized (links) {
            noSocket++;
            noSocketBytes += bytes;
        }
    }

    @Override
    public String transport() {
        return "udp";
    }

    @Override
    public InetSocketAddress listen() {
        return listen;
    }

    @Override
    public InetSocketAddress target() {
        return settings.target();
    }

    @Override
    public LinkSpec link() {
        synchronized (links) {
            return spec;
        }
    }

    @Override
    public void use(LinkSpec link) {
        synchronized (links) {
            spec = link;
            up.use(link);
            down.use(link);
        }
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
        loop.post(this::letGo);
    }

    private void letGo() {
        for (Runnable next = nextHeld(); next != null; next = nextHeld()) {
            next.run();
        }
    }

    private @Nullable Runnable nextHeld() {
        synchronized (links) {
            return paused ? null : held.poll();
        }
    }

    @Override
    public boolean paused() {
        return paused;
    }

    /**
     * What has passed. Beside the rules of the link stand {@code unsent}, packets the system did not take, and
     * {@code no-socket}, packets of clients for whom no socket was left.
     */
    @Override
    public LinkReport report() {
        synchronized (links) {
            long now = clock.nanoTime();
            return held.heldFrom(up.report(now).plus(down.report(now)))
                    .lostAfter("unsent", unsent, unsentBytes)
                    .lostBefore("no-socket", noSocket, noSocketBytes);
        }
    }

    @Override
    public List<PassedPacket> log() {
        return log.packets();
    }

    @Override
    public void observe(PacketObserver observer) {
        log.observe(observer);
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public void close() throws IOException {
        try {
            loop.close();
        } finally {
            front.close();
            flows.close();
        }
    }
}
