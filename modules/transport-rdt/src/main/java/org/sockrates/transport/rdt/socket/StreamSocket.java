package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.Map;
import java.util.Optional;
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

/** One socket with Berkeley's calls, whose connections are machines in user space, above a port that may lose packets. */
public final class StreamSocket implements TransportSocket {
    private final Transport transport;
    private final Family family;
    private final Realm realm;
    private final Turnstile turnstile;
    /** Whether the station is this socket's own: an accepted one is a guest. */
    private final boolean owner;

    private final Turn reads;
    private final Turn writes;
    private final StreamOptions options = new StreamOptions();
    private volatile Station station;
    private volatile @Nullable Association association;
    private volatile Phase phase;
    private volatile Waiting waiting = Waiting.USUAL;

    /** {@code socket(2)}. */
    public StreamSocket(Transport transport, Family family, Realm realm) throws IOException {
        this(transport, family, realm, realm.station(family), realm.underlay().turnstile(), Phase.CREATED);
    }

    /** A connection that {@code accept} took. */
    private StreamSocket(StreamSocket door, Association accepted) {
        this(door.transport, door.family, door.realm, door.station, accepted.turnstile(), Phase.CONNECTED);
        association = accepted;
    }

    private StreamSocket(
            Transport transport, Family family, Realm realm, Station station, Turnstile turnstile, Phase phase) {
        this.transport = transport;
        this.family = family;
        this.realm = realm;
        this.station = station;
        this.turnstile = turnstile;
        this.phase = phase;
        owner = phase == Phase.CREATED;
        reads = new Turn(realm.underlay().clock());
        writes = new Turn(realm.underlay().clock());
    }

    // --- meeting ----------------------------------------------------------------------------------------------------

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        synchronized (station.port()) {
            if (phase != Phase.CREATED) {
                throw notNow(Call.BIND, Errno.EINVAL, "bound already");
            }
            Station closing = realm.takeOver(local);
            if (closing == null) {
                station.port().bind(local);
            } else {
                station.port().close();
                station = closing;
            }
            phase = Phase.BOUND;
        }
    }

    @Override
    public void listen(int backlog) throws IOException {
        synchronized (station.port()) {
            if (phase == Phase.CREATED) {
                station.port().bind(Realm.anyPort(family));
            } else if (phase != Phase.BOUND && phase != Phase.LISTENING) {
                throw notNow(Call.LISTEN, Errno.EINVAL, "connected already");
            }
            station.listen(backlog, turnstile);
            phase = Phase.LISTENING;
        }
    }

    @Override
    public TransportSocket accept() throws IOException {
        reads.begin(waiting);
        while (true) {
            long seen = turnstile.count();
            synchronized (station.port()) {
                if (phase != Phase.LISTENING) {
                    throw notNow(Call.ACCEPT, Errno.EINVAL, "not listening; call listen first");
                }
                station.port().poll();
                Association newcomer = station.accept();
                if (newcomer != null) {
                    return new StreamSocket(this, newcomer);
                }
            }
            reads.await(Call.ACCEPT, turnstile, seen);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        Association asked;
        writes.begin(waiting);
        synchronized (station.port()) {
            if (phase != Phase.CREATED && phase != Phase.BOUND) {
                throw notNow(Call.CONNECT, Errno.EISCONN, Errno.EISCONN.text());
            }
            station.port().connect(remote);
            if (remote.equals(station.port().local())) {
                station.port().connect(null);
                throw new SocketCallException(
                        Call.CONNECT, Errno.ECONNREFUSED, "nobody listens; the socket would meet itself");
            }
            asked = station.ask(remote, turnstile, now());
            association = asked;
        }
        try {
            awaitOpen(asked);
        } catch (SocketCallException failure) {
            throw notConnected(asked, failure);
        }
    }

    private void awaitOpen(Association asked) throws SocketCallException {
        while (true) {
            long seen = turnstile.count();
            synchronized (station.port()) {
                station.port().poll();
                if (phase == Phase.CLOSED) {
                    throw new SocketCallException(Call.CONNECT, Errno.EBADF, "closed");
                }
                failIfFailed(Call.CONNECT, asked);
                if (asked.connection().isOpen()) {
                    phase = Phase.CONNECTED;
                    return;
                }
            }
            writes.await(Call.CONNECT, turnstile, seen);
        }
    }

    /** A socket that was refused, or lost patience, may try again. */
    private SocketCallException notConnected(Association asked, SocketCallException failure) throws IOException {
        synchronized (station.port()) {
            if (phase == Phase.CLOSED) {
                return failure;
            }
            association = null;
            asked.leave(true, now());
            station.after(asked, now());
            station.port().connect(null);
        }
        return failure.errno() == Errno.EAGAIN
                ? new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", failure)
                : failure;
    }

    // --- talking ----------------------------------------------------------------------------------------------------

    @Override
    public int send(ByteBuffer message) throws IOException {
        writes.begin(waiting);
        int size = message.remaining();
        int before = message.position();
        while (true) {
            long seen = turnstile.count();
            synchronized (station.port()) {
                Association peer = connected(Call.SEND, Errno.EPIPE);
                if (peer.isMute() || peer.connection().failure().isPresent()) {
                    if (message.position() > before) {
                        return message.position() - before;
                    }
                    failIfFailed(Call.SEND, peer);
                    throw new SocketCallException(Call.SEND, Errno.EPIPE, "this direction was shut down");
                }
                if (sendNow(peer, message) || size == 0) {
                    return size;
                }
            }
            try {
                writes.await(Call.SEND, turnstile, seen);
            } catch (SocketCallException ended) {
                if (message.position() > before) {
                    return message.position() - before;
                }
                throw ended;
            }
        }
    }

    /** Whether all of it was taken; where there was no room, acknowledgements that have come make some. */
    private boolean sendNow(Association peer, ByteBuffer message) {
        peer.connection().send(message, now());
        if (message.hasRemaining()) {
            station.port().poll();
            if (phase == Phase.CONNECTED && peer.connection().failure().isEmpty()) {
                peer.connection().send(message, now());
            }
        }
        return !message.hasRemaining();
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        throw notNow(Call.SEND, Errno.EOPNOTSUPP, transport.name() + " has no urgent data");
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        reads.begin(waiting);
        while (true) {
            long seen = turnstile.count();
            synchronized (station.port()) {
                Association peer = connected(Call.RECV, Errno.ENOTCONN);
                if (peer.connection().availableBytes() == 0) {
                    station.port().poll();
                    peer = connected(Call.RECV, Errno.ENOTCONN);
                }
                int bytes = peer.isDeaf() ? 0 : peer.connection().receive(into, now());
                if (bytes > 0 || !into.hasRemaining()) {
                    return bytes;
                }
                if (peer.isDeaf() || peer.connection().isAtEnd()) {
                    return END_OF_STREAM;
                }
                failIfFailed(Call.RECV, peer);
            }
            reads.await(Call.RECV, turnstile, seen);
        }
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        return send(message);
    }

    @Override
    public @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        return receive(into) == END_OF_STREAM ? null : remote();
    }

    // --- parting ----------------------------------------------------------------------------------------------------

    @Override
    public void shutdown(Direction direction) throws IOException {
        synchronized (station.port()) {
            Association peer = connected(Call.SHUTDOWN, Errno.ENOTCONN);
            if (direction != Direction.OUT) {
                peer.stopListening();
            }
            if (direction != Direction.IN && peer.connection().failure().isEmpty()) {
                peer.stopTalking(now());
            }
            station.after(peer, now());
        }
    }

    @Override
    public void abort() throws IOException {
        close(true);
    }

    @Override
    public void close() throws IOException {
        close(false);
    }

    private void close(boolean abruptly) {
        Port port = station.port();
        synchronized (port) {
            if (phase == Phase.CLOSED) {
                return;
            }
            Association peer = association;
            port.poll();
            phase = Phase.CLOSED;
            if (peer != null) {
                peer.leave(abruptly, now());
                station.after(peer, now());
            }
            if (owner) {
                station.disown(now());
            }
        }
        turnstile.advance();
        port.awaitClosed();
    }

    // --- how it stands ----------------------------------------------------------------------------------------------

    private long now() {
        return realm.underlay().clock().nanoTime();
    }

    private Association connected(Call call, Errno errno) throws SocketCallException {
        Association known = association;
        if (known == null || phase != Phase.CONNECTED) {
            throw notNow(call, errno, "not connected");
        }
        return known;
    }

    private static void failIfFailed(Call call, Association peer) throws SocketCallException {
        Optional<Errno> failure = peer.connection().failure();
        if (failure.isPresent()) {
            throw new SocketCallException(call, failure.get());
        }
    }

    private SocketCallException notNow(Call call, Errno errno, String detail) {
        return phase == Phase.CLOSED
                ? new SocketCallException(call, Errno.EBADF, "closed")
                : new SocketCallException(call, errno, detail);
    }

    @Override
    public Map<String, String> options() {
        return phase == Phase.CLOSED ? Map.of() : options.all(station.port());
    }

    @Override
    public void option(String name, String value) throws IOException {
        if (phase == Phase.CLOSED) {
            throw new SocketCallException(Call.SETSOCKOPT, Errno.EBADF, "closed");
        }
        options.set(station.port(), name, value);
    }

    @Override
    public Optional<SelectableChannel> selectable() {
        return Optional.empty();
    }

    @Override
    public Waiting waiting() {
        return waiting;
    }

    @Override
    public void waiting(Waiting other) {
        waiting = other;
    }

    @Override
    public void wake() {
        reads.wake();
        writes.wake();
        turnstile.advance();
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
        return phase;
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return phase == Phase.CREATED || phase == Phase.CLOSED
                ? null
                : station.port().local();
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        Association known = association;
        return known == null || phase != Phase.CONNECTED ? null : known.remote();
    }
}
