package org.sockrates.sim.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.rdt.socket.Port;
import org.sockrates.transport.rdt.socket.Turn;
import org.sockrates.transport.rdt.socket.Turnstile;
import org.sockrates.transport.rdt.socket.Underlay;

/** One UDP socket over a simulated net. What does not fit into its receive buffer is lost, as it is on Linux. */
final class SimUdpSocket implements TransportSocket, Port.Above {
    /** What Linux counts for a datagram beside its bytes, about. */
    private static final int OVERHEAD_BYTES = 768;

    /** A datagram that has come, and from whom. */
    private record Datagram(ByteBuffer bytes, InetSocketAddress from) {}

    private final Transport transport;
    private final Family family;
    private final Underlay underlay;
    private final Port port;
    private final Turnstile turnstile;
    private final Consumer<InetSocketAddress> turnedAway;
    private final Turn reads;
    private final ArrayDeque<Datagram> inbox = new ArrayDeque<>();
    private int inboxBytes;
    private int mostInboxBytes;
    private int truncatedBytes;
    private boolean refused;
    private volatile Waiting waiting = Waiting.USUAL;
    private volatile @Nullable InetSocketAddress remote;

    /** @param turnedAway is told its address at each datagram that its full receive buffer threw away */
    SimUdpSocket(Transport transport, Family family, Underlay underlay, Consumer<InetSocketAddress> turnedAway)
            throws IOException {
        this.transport = transport;
        this.family = family;
        this.underlay = underlay;
        this.turnedAway = turnedAway;
        turnstile = underlay.turnstile();
        reads = new Turn(underlay.clock());
        port = underlay.open(family, this);
        mostInboxBytes = receiveBufferBytes(port);
    }

    private static int receiveBufferBytes(Port port) {
        return Integer.parseInt(port.options().get("SO_RCVBUF"));
    }

    // --- what comes -------------------------------------------------------------------------------------------------

    @Override
    public void arrived(ByteBuffer packet, InetSocketAddress from, long nowNanos) {
        int size = packet.remaining() + OVERHEAD_BYTES;
        if (inboxBytes + size <= mostInboxBytes) {
            inbox.add(new Datagram(packet, from));
            inboxBytes += size;
            turnstile.advance();
        } else {
            turnedAway.accept(port.local());
        }
    }

    @Override
    public void unreachable(Errno why) {
        refused = true;
        turnstile.advance();
    }

    @Override
    public void due(long nowNanos) {
        // it has no timers
    }

    // --- the calls --------------------------------------------------------------------------------------------------

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        if (port.local() != null) {
            throw new SocketCallException(Call.BIND, Errno.EINVAL, "bound already");
        }
        port.bind(local);
    }

    @Override
    public void listen(int backlog) throws IOException {
        throw new SocketCallException(Call.LISTEN, Errno.EOPNOTSUPP);
    }

    @Override
    public TransportSocket accept() throws IOException {
        throw new SocketCallException(Call.ACCEPT, Errno.EOPNOTSUPP);
    }

    @Override
    public void connect(InetSocketAddress peer) throws IOException {
        needOpen(Call.CONNECT);
        port.connect(peer);
        remote = peer;
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        InetSocketAddress peer = remote;
        if (peer == null) {
            throw new SocketCallException(Call.SEND, Errno.EDESTADDRREQ, "not connected; use sendto");
        }
        return send(Call.SEND, message, peer);
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        return send(Call.SENDTO, message, to);
    }

    private int send(Call call, ByteBuffer message, InetSocketAddress to) throws IOException {
        underlay.callBegins();
        needOpen(call);
        int size = message.remaining();
        if (size > transport.traits().largestMessageBytes()) {
            throw new SocketCallException(call, Errno.EMSGSIZE);
        }
        if (port.local() == null) {
            port.bind(new InetSocketAddress(Net.HERE, 0));
        }
        failIfRefused(call);
        port.send(ByteBuffer.allocate(size).put(message).flip(), to);
        return size;
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        int before = into.position();
        receive(Call.RECV, into);
        return into.position() - before;
    }

    @Override
    public InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        return receive(Call.RECVFROM, into);
    }

    private InetSocketAddress receive(Call call, ByteBuffer into) throws IOException {
        underlay.callBegins();
        reads.begin(waiting);
        while (true) {
            long seen = turnstile.count();
            needOpen(call);
            failIfRefused(call);
            Datagram datagram = inbox.poll();
            if (datagram != null) {
                ByteBuffer bytes = datagram.bytes();
                inboxBytes -= bytes.remaining() + OVERHEAD_BYTES;
                truncatedBytes = Math.max(0, bytes.remaining() - into.remaining());
                into.put(bytes.limit(bytes.limit() - truncatedBytes));
                return datagram.from();
            }
            reads.await(call, turnstile, seen);
        }
    }

    private void failIfRefused(Call call) throws SocketCallException {
        if (refused) {
            refused = false;
            throw new SocketCallException(call, Errno.ECONNREFUSED);
        }
    }

    private void needOpen(Call call) throws SocketCallException {
        if (!port.isOpen()) {
            throw new SocketCallException(call, Errno.EBADF, "closed");
        }
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        throw new SocketCallException(Call.SHUTDOWN, remote == null ? Errno.ENOTCONN : Errno.EOPNOTSUPP);
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        throw new SocketCallException(
                Call.SETSOCKOPT, Errno.EOPNOTSUPP, "the simulated net has no groups; use --path loopback");
    }

    @Override
    public void wake() {
        reads.wake();
        turnstile.advance();
    }

    @Override
    public boolean abort() throws IOException {
        close();
        return false;
    }

    @Override
    public void close() throws IOException {
        port.close();
        turnstile.advance();
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    @Override
    public int truncatedBytes() {
        return truncatedBytes;
    }

    @Override
    public Map<String, String> options() {
        return port.options();
    }

    @Override
    public void option(String name, String value) throws IOException {
        needOpen(Call.SETSOCKOPT);
        port.option(name, value);
        mostInboxBytes = receiveBufferBytes(port);
    }

    @Override
    public Waiting waiting() {
        return waiting;
    }

    @Override
    public void waiting(Waiting other) {
        waiting = Objects.requireNonNull(other);
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Family family() {
        return family;
    }

    @Override
    public Phase phase() {
        if (!port.isOpen()) {
            return Phase.CLOSED;
        }
        if (remote != null) {
            return Phase.CONNECTED;
        }
        return port.local() == null ? Phase.CREATED : Phase.BOUND;
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return port.local();
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return port.isOpen() ? remote : null;
    }
}
