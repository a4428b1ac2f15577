package org.sockrates.transport.tcp;

import static org.sockrates.transport.SocketCallException.notNow;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.channel.ChannelOptions;
import org.sockrates.transport.channel.Patience;

/**
 * One TCP socket with Berkeley's calls, made of Java's channels.
 *
 * <p>Java has no socket that is bound and not yet listening, and closes one whose connect was refused. Both exist in C
 * and students meet them, so the channel behind this socket is exchanged where needed: see {@link StreamChannels}. The
 * exchanges and {@code close} exclude each other; what waits does so outside of the lock.
 */
final class TcpSocket implements TransportSocket {
    private final Transport transport;
    private final StreamChannels channels;
    private final Patience patience = new Patience(SystemClock.INSTANCE);
    private volatile SocketChannel stream;
    private volatile @Nullable Door door;
    private volatile @Nullable Connection connection;
    private final LingeringClose lingering = new LingeringClose();
    private volatile Phase phase = Phase.CREATED;

    /** {@code socket(2)}. */
    TcpSocket(Transport transport, Family family) throws IOException {
        this.transport = transport;
        this.channels = new StreamChannels(family);
        try {
            this.stream = channels.open();
        } catch (IOException | UnsupportedOperationException failure) {
            throw SocketCallException.of(Call.SOCKET, failure);
        }
    }

    /** A connection that {@code accept} took. */
    private TcpSocket(Transport transport, StreamChannels channels, SocketChannel accepted) {
        this.transport = transport;
        this.channels = channels;
        this.phase = Phase.CONNECTED;
        this.stream = accepted;
        this.connection = new Connection(accepted, patience);
    }

    @Override
    public synchronized void bind(InetSocketAddress local) throws IOException {
        notWhileConnecting(Call.BIND, Errno.EINVAL);
        if (phase != Phase.CREATED) {
            throw notNow(this, Call.BIND, Errno.EINVAL, "bound already");
        }
        try {
            channels.bind(stream, local);
            phase = Phase.BOUND;
        } catch (IOException | IllegalArgumentException | IllegalStateException failure) {
            throw SocketCallException.of(Call.BIND, failure);
        }
    }

    @Override
    public synchronized void listen(int backlog) throws IOException {
        if (phase() == Phase.LISTENING) {
            return;
        }
        notWhileConnecting(Call.LISTEN, Errno.EINVAL);
        if (phase != Phase.CREATED && phase != Phase.BOUND) {
            throw notNow(this, Call.LISTEN, Errno.EINVAL, "connected already");
        }
        try {
            door = new Door(channels.listen(stream, backlog), patience);
            phase = Phase.LISTENING;
        } catch (IOException failure) {
            throw SocketCallException.of(Call.LISTEN, failure);
        }
    }

    @Override
    public TransportSocket accept() throws IOException {
        Door open = door;
        if (open == null) {
            throw notNow(this, Call.ACCEPT, Errno.EINVAL, "not listening; call listen first");
        }
        SocketChannel peer = open.accept();
        return new TcpSocket(transport, channels.accepted(open.channel(), peer), peer);
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        notWhileConnecting(Call.CONNECT, Errno.EALREADY);
        if (phase != Phase.CREATED && phase != Phase.BOUND) {
            throw notNow(this, Call.CONNECT, Errno.EISCONN, Errno.EISCONN.text());
        }
        try {
            StreamChannels.connect(stream, remote, patience);
            connected();
        } catch (IOException | IllegalArgumentException failure) {
            throw refused(SocketCallException.of(Call.CONNECT, failure));
        }
    }

    private synchronized void connected() throws IOException {
        if (phase == Phase.CLOSED) {
            throw new SocketCallException(Call.CONNECT, Errno.EBADF);
        }
        connection = new Connection(stream, patience);
        phase = Phase.CONNECTED;
    }

    /** A refused socket may try again: it is given a new channel behind the same number, and its address if it can be. */
    private synchronized SocketCallException refused(SocketCallException failure) {
        if (phase == Phase.CLOSED) {
            return new SocketCallException(Call.CONNECT, Errno.EBADF, Errno.EBADF.text(), failure);
        }
        try {
            stream = channels.replace(stream, patience);
            waiting(waiting()); // as before; the new channel has not been told yet
        } catch (IOException none) {
            phase = Phase.CLOSED; // Java closed the old one
            return ConnectFailure.told(failure, "no other could take its place: " + none.getMessage());
        }
        String lost = channels.bindAgain(stream);
        phase = lost.isEmpty() ? phase : Phase.CREATED;
        return ConnectFailure.told(failure, lost);
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        return connection(Call.SEND, Errno.EPIPE).send(message);
    }

    @Override
    public long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        return connection(Call.SEND, Errno.EPIPE).send(messages, offset, length);
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        connection(Call.SEND, Errno.EPIPE).sendUrgent(data);
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        return connection(Call.RECV, Errno.ENOTCONN).receive(into);
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        connection(Call.SHUTDOWN, Errno.ENOTCONN).shutdown(direction);
    }

    @Override
    public synchronized boolean abort() throws IOException {
        Connection known = connection;
        try {
            return known != null && phase() != Phase.CLOSED && known.closeWillReset();
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (end()) {
            lingering.await(stream);
        }
    }

    /** Closes all at once, but for a stream that SO_LINGER lets wait: true of that, which is closed outside of the lock. */
    private synchronized boolean end() throws IOException {
        boolean waits = lingers();
        phase = Phase.CLOSED;
        try {
            // first: a channel that a selector knows Java ends with a FIN, even where a reset is due
            patience.close();
        } finally {
            if (!waits && channel().isOpen()) {
                channel().close();
            }
        }
        return waits;
    }

    @Override
    public void keep(Errno errno) {
        Optional.ofNullable(connection).ifPresent(known -> known.keep(errno));
    }

    @Override
    public boolean lingers() {
        return phase == Phase.CONNECTED && LingeringClose.isDue(stream);
    }

    @Override
    public void wake() {
        patience.wake();
        lingering.letGo();
    }

    @Override
    public Optional<SelectableChannel> selectable() {
        waiting(Waiting.NOT_AT_ALL);
        return Optional.of(channel());
    }

    @Override
    public Waiting waiting() {
        return patience.waiting();
    }

    @Override
    public void waiting(Waiting other) {
        patience.waiting(other, channel());
    }

    @Override
    public Map<String, String> options() {
        return ChannelOptions.all((NetworkChannel) channel());
    }

    @Override
    public synchronized void option(String name, String value) throws IOException {
        channels.option((NetworkChannel) channel(), name, value);
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Family family() {
        return channels.family();
    }

    /** Java closes the channel that an interrupted thread waits for; one that listens or is connected is not exchanged. */
    @Override
    public Phase phase() {
        Phase known = phase;
        boolean last = known == Phase.LISTENING || known == Phase.CONNECTED;
        return last && !channel().isOpen() ? Phase.CLOSED : known;
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return phase == Phase.CLOSED ? null : StreamChannels.local((NetworkChannel) channel());
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return phase == Phase.CLOSED ? null : StreamChannels.remote(stream);
    }

    private SelectableChannel channel() {
        Door open = door;
        return open != null ? open.channel() : stream;
    }

    private Connection connection(Call call, Errno errno) throws SocketCallException {
        Connection known = connection;
        if (known == null) {
            throw notNow(this, call, errno, "not connected");
        }
        return known;
    }

    private void notWhileConnecting(Call call, Errno errno) throws SocketCallException {
        if (stream.isConnectionPending()) {
            throw notNow(this, call, errno, "connecting; let that end first");
        }
    }
}
