package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
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
    private final ArrayDeque<Runnable> held = new ArrayDeque<>();

    private final Object links = new Object();
    private final Link up;
    private final Link down;
    private LinkSpec spec;
    private long heldBytes;
    private long unsent;
    private long unsentBytes;
    private long noSocket;

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
                noSocket();
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
        if (crossing.immediate() && !paused && !loop.awaits(crossing.dueNanos())) {
            send(flow, way, packet);
        } else {
            ByteBuffer copy =
                    ByteBuffer.allocate(packet.remaining()).put(packet).flip();
            loop.at(crossing.dueNanos(), () -> leave(flow, way, copy));
        }
    }

    void drop(UdpFlow flow, Way way, Crossing crossing) {
        note(flow, way, crossing);
    }

    private void note(UdpFlow flow, Way way, Crossing crossing) {
        log.add(PassedPacket.of(crossing, way, way == Way.UPSTREAM ? flow.up : flow.down));
    }

    private void leave(UdpFlow flow, Way way, ByteBuffer packet) {
        if (!paused) {
            send(flow, way, packet);
        } else if (heldBytes + packet.remaining() <= MOST_HELD_BYTES) {
            synchronized (links) {
                heldBytes += packet.remaining();
                held.add(() -> send(flow, way, packet));
            }
        } else {
            unsent(packet);
        }
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

    private void noSocket() {
        synchronized (links) {
            noSocket++;
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
        loop.post(() -> {
            paused = false;
            Runnable next = nextHeld();
            while (next != null) {
                next.run();
                next = nextHeld();
            }
        });
    }

    private @Nullable Runnable nextHeld() {
        synchronized (links) {
            Runnable next = held.poll();
            heldBytes = next == null ? 0 : heldBytes;
            return next;
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
            return up.report(now)
                    .plus(down.report(now))
                    .held(held.size(), heldBytes)
                    .lostAfter("unsent", unsent, unsentBytes)
                    .lostBefore("no-socket", noSocket);
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
