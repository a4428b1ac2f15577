package org.sockrates.transport.rdt.socket;

import static org.sockrates.transport.SocketCallException.notNow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
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
import org.sockrates.transport.text.HostText;

/**
 * One socket with Berkeley's calls, whose connections are machines in user space, above a port that may lose packets. Where
 * it stands changes under its own monitor; what its station knows, under that of the station's port, which is taken second.
 */
final class StreamSocket implements TransportSocket {
    private final Transport transport;
    private final Family family;
    private final Realm realm;
    private final Turnstile turnstile;
    /** Whether the station is this socket's own: an accepted one is a guest. */
    private final boolean owner;

    private final Turn turn;
    private final StreamOptions options;
    private volatile Station station;
    private volatile @Nullable StreamEnd talk;
    private volatile Phase phase;
    private volatile Waiting waiting = Waiting.USUAL;

    /** {@code socket(2)}. */
    StreamSocket(Transport transport, Family family, Realm realm) throws IOException {
        this(transport, family, realm, realm.station(family), realm.underlay().turnstile(), Phase.CREATED);
    }

    /** A connection that {@code accept} took. */
    private StreamSocket(StreamSocket door, Association accepted) {
        this(door.transport, door.family, door.realm, door.station, accepted.turnstile(), Phase.CONNECTED);
        talk = new StreamEnd(realm.underlay(), station, accepted, door.options.noDelay());
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
        options = new StreamOptions(realm.gathers());
        turn = new Turn(realm.underlay().clock());
    }

    @Override
    public synchronized void bind(InetSocketAddress local) throws IOException {
        synchronized (station.port()) {
            if (phase != Phase.CREATED || talk != null) {
                throw notNow(this, Call.BIND, Errno.EINVAL, "bound already");
            }
            station = realm.bound(station, local);
            phase = Phase.BOUND;
        }
    }

    @Override
    public synchronized void listen(int backlog) throws IOException {
        synchronized (station.port()) {
            if (talk != null || phase == Phase.CLOSED) {
                throw notNow(this, Call.LISTEN, Errno.EINVAL, "connecting, or connected already");
            }
            if (phase == Phase.CREATED) {
                station.port().bind(new InetSocketAddress(HostText.wildcard(family), 0));
            }
            station.listen(backlog, turnstile);
            phase = Phase.LISTENING;
        }
    }

    @Override
    public TransportSocket accept() throws IOException {
        realm.underlay().callBegins();
        turn.begin(waiting);
        while (true) {
            long seen = turnstile.count();
            synchronized (station.port()) {
                if (phase != Phase.LISTENING) {
                    throw notNow(this, Call.ACCEPT, Errno.EINVAL, "not listening; call listen first");
                }
                station.port().poll();
                Association newcomer = station.accept();
                if (newcomer != null) {
                    return new StreamSocket(this, newcomer);
                }
            }
            turn.await(Call.ACCEPT, turnstile, seen);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        StreamEnd asking = ask(remote);
        try {
            asking.awaitOpen(waiting);
            connected();
        } catch (SocketCallException failure) {
            standBack(asking);
            throw failure;
        }
    }

    private synchronized StreamEnd ask(InetSocketAddress remote) throws IOException {
        synchronized (station.port()) {
            if (phase != Phase.CREATED && phase != Phase.BOUND) {
                throw notNow(this, Call.CONNECT, Errno.EISCONN, Errno.EISCONN.text());
            }
            if (talk != null) {
                throw notNow(this, Call.CONNECT, Errno.EALREADY, Errno.EALREADY.text());
            }
            Association asked = station.ask(remote, turnstile, now());
            StreamEnd asking = new StreamEnd(realm.underlay(), station, asked, options.noDelay());
            talk = asking;
            return asking;
        }
    }

    private synchronized void connected() throws SocketCallException {
        if (phase == Phase.CLOSED) {
            throw new SocketCallException(Call.CONNECT, Errno.EBADF, "closed");
        }
        phase = Phase.CONNECTED;
    }

    /** A socket that was refused, or lost patience, may try again. */
    private synchronized void standBack(StreamEnd asking) throws IOException {
        synchronized (station.port()) {
            if (phase == Phase.CLOSED) {
                return;
            }
            talk = null;
            asking.close(true);
            if (phase == Phase.BOUND) {
                station.port().disconnect();
            } else { // its address was the system's choice, and goes
                station = realm.another(station, family, options);
            }
        }
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        return talk(Call.SEND, Errno.EPIPE).send(message, waiting);
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        return talk(Call.RECV, Errno.ENOTCONN).receive(into, waiting);
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        talk(Call.SHUTDOWN, Errno.ENOTCONN).shutdown(direction);
    }

    @Override
    public boolean abort() throws IOException {
        StreamEnd known = phase == Phase.CONNECTED ? talk : null;
        boolean resets = known != null && known.lives();
        close(true);
        return resets;
    }

    @Override
    public void close() throws IOException {
        close(false);
    }

    private void close(boolean abruptly) {
        if (leave(abruptly)) {
            turnstile.advance();
            station.port().awaitClosed();
        }
    }

    /** Whether it was open. */
    private synchronized boolean leave(boolean abruptly) {
        if (phase == Phase.CLOSED) {
            return false;
        }
        phase = Phase.CLOSED;
        synchronized (station.port()) {
            Optional.ofNullable(talk).ifPresent(end -> end.close(abruptly));
            if (owner) {
                station.disown(now());
            }
        }
        return true;
    }

    private long now() {
        return realm.underlay().clock().nanoTime();
    }

    private StreamEnd talk(Call call, Errno errno) throws SocketCallException {
        StreamEnd known = talk;
        if (known == null || phase != Phase.CONNECTED) {
            throw notNow(this, call, errno, "not connected");
        }
        return known;
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
        Optional.ofNullable(talk).ifPresent(end -> end.sendShortAtOnce(options.noDelay()));
    }

    @Override
    public Waiting waiting() {
        return waiting;
    }

    @Override
    public void waiting(Waiting other) {
        waiting = Objects.requireNonNull(other, "waiting");
    }

    @Override
    public void wake() {
        Optional.ofNullable(talk).ifPresent(StreamEnd::wake);
        turn.wake();
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
        StreamEnd known = phase == Phase.CONNECTED ? talk : null;
        return known == null ? null : known.remote();
    }
}
