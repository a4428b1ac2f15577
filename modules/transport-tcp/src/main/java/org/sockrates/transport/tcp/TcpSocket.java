package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.ReadyWait;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * One TCP socket with Berkeley's calls, made of Java's channels.
 *
 * <p>Java has no socket that is bound and not yet listening, and closes one whose connect was refused. Both exist in C
 * and students meet them, so the channel behind this socket is exchanged where needed: see {@link StreamChannels}.
 */
final class TcpSocket implements TransportSocket {
    private final Transport transport;
    private final StreamChannels channels;
    private final ReadyWait reads = new ReadyWait(SystemClock.INSTANCE);
    private final ReadyWait writes = new ReadyWait(SystemClock.INSTANCE);
    private volatile SocketChannel stream;
    private volatile @Nullable ServerSocketChannel door;
    private volatile Waiting waiting = Waiting.USUAL;
    private volatile Phase phase;

    /** {@code socket(2)}. */
    TcpSocket(Transport transport, Family family) throws IOException {
        this.transport = transport;
        this.channels = new StreamChannels(family);
        this.phase = Phase.CREATED;
        try {
            this.stream = channels.open();
        } catch (IOException | UnsupportedOperationException failure) {
            throw SocketCallException.of(Call.SOCKET, failure);
        }
    }

    /** A connection that {@code accept} took. */
    private TcpSocket(Transport transport, Family family, SocketChannel accepted) throws IOException {
        this.transport = transport;
        this.channels = new StreamChannels(family);
        this.phase = Phase.CONNECTED;
        this.stream = accepted;
        accepted.configureBlocking(false);
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        if (phase != Phase.CREATED) {
            throw closedOr(Call.BIND, Errno.EINVAL, "bound already");
        }
        try {
            channels.bind(stream, local);
            phase = Phase.BOUND;
        } catch (IOException | RuntimeException failure) {
            throw SocketCallException.of(Call.BIND, failure);
        }
    }

    @Override
    public void listen(int backlog) throws IOException {
        if (phase == Phase.LISTENING) {
            return;
        }
        if (phase != Phase.CREATED && phase != Phase.BOUND) {
            throw closedOr(Call.LISTEN, Errno.EINVAL, "connected already");
        }
        try {
            door = channels.listen(stream, backlog);
            phase = Phase.LISTENING;
        } catch (IOException | RuntimeException failure) {
            throw SocketCallException.of(Call.LISTEN, failure);
        }
    }

    @Override
    public TransportSocket accept() throws IOException {
        ServerSocketChannel listening = door;
        if (listening == null) {
            throw closedOr(Call.ACCEPT, Errno.EINVAL, "not listening; call listen first");
        }
        try {
            SocketChannel peer = listening.accept();
            if (peer == null) {
                reads.begin();
                long deadline = reads.deadlineNanos(waiting);
                while (peer == null) {
                    reads.await(Call.ACCEPT, listening, SelectionKey.OP_ACCEPT, waiting, deadline);
                    peer = listening.accept();
                }
            }
            return new TcpSocket(transport, channels.family(), peer);
        } catch (IOException failure) {
            throw SocketCallException.of(Call.ACCEPT, failure);
        }
    }

    @Override
    public void connect(InetSocketAddress remote) throws IOException {
        if (phase != Phase.CREATED && phase != Phase.BOUND) {
            throw closedOr(Call.CONNECT, Errno.EISCONN, Errno.EISCONN.text());
        }
        try {
            if (!stream.connect(remote)) {
                writes.begin();
                long deadline = writes.deadlineNanos(waiting);
                while (!stream.finishConnect()) {
                    writes.await(Call.CONNECT, stream, SelectionKey.OP_CONNECT, waiting, deadline);
                }
            }
            if (remote.equals(stream.getLocalAddress())) {
                throw new SocketCallException(
                        Call.CONNECT, Errno.ECONNREFUSED, "nobody listens; the socket had met itself");
            }
            phase = Phase.CONNECTED;
        } catch (IOException | RuntimeException failure) {
            throw refused(SocketCallException.of(Call.CONNECT, failure));
        }
    }

    /** A refused socket may try again: it is given a new channel behind the same number. */
    private SocketCallException refused(SocketCallException failure) throws IOException {
        if (phase == Phase.CLOSED) {
            return failure;
        }
        stream = channels.replace(stream, phase == Phase.BOUND);
        waiting(waiting);
        return failure.errno() == Errno.EAGAIN
                ? new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", failure)
                : failure;
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        if (phase != Phase.CONNECTED) {
            throw closedOr(Call.SEND, Errno.EPIPE, "not connected");
        }
        try {
            int sentBytes = stream.write(message);
            return message.hasRemaining()
                    ? (int) new Sending(stream, writes, waiting).rest(new ByteBuffer[] {message}, 0, 1, sentBytes)
                    : sentBytes;
        } catch (IOException failure) {
            throw brokenOr(failure);
        }
    }

    /** Java calls its own ended direction a closed channel; C calls it a broken pipe. */
    private SocketCallException brokenOr(IOException failure) {
        return phase == Phase.CONNECTED
                        && failure instanceof ClosedChannelException
                        && stream.socket().isOutputShutdown()
                ? new SocketCallException(Call.SEND, Errno.EPIPE, "this direction was shut down")
                : SocketCallException.of(Call.SEND, failure);
    }

    @Override
    public long send(ByteBuffer[] messages, int offset, int length) throws IOException {
        if (phase != Phase.CONNECTED) {
            throw closedOr(Call.SEND, Errno.EPIPE, "not connected");
        }
        try {
            long sentBytes = stream.write(messages, offset, length);
            return length > 0 && messages[offset + length - 1].hasRemaining()
                    ? new Sending(stream, writes, waiting).rest(messages, offset, length, sentBytes)
                    : sentBytes;
        } catch (IOException failure) {
            throw brokenOr(failure);
        }
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        if (phase != Phase.CONNECTED) {
            throw closedOr(Call.RECV, Errno.ENOTCONN, Errno.ENOTCONN.text());
        }
        try {
            int bytes = stream.read(into);
            return bytes != 0 || !into.hasRemaining() ? bytes : receiveLater(into);
        } catch (IOException failure) {
            throw SocketCallException.of(Call.RECV, failure);
        }
    }

    private int receiveLater(ByteBuffer into) throws IOException {
        reads.begin();
        long deadline = reads.deadlineNanos(waiting);
        int bytes = 0;
        while (bytes == 0) {
            reads.await(Call.RECV, stream, SelectionKey.OP_READ, waiting, deadline);
            bytes = stream.read(into);
        }
        return bytes;
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        return send(message);
    }

    @Override
    public @Nullable InetSocketAddress receiveFrom(ByteBuffer into) throws IOException {
        return receive(into) == END_OF_STREAM ? null : remote();
    }

    @Override
    public int truncatedBytes() {
        return 0;
    }

    @Override
    public void sendUrgent(byte data) throws IOException {
        if (phase != Phase.CONNECTED) {
            throw closedOr(Call.SEND, Errno.EPIPE, "not connected");
        }
        try {
            stream.socket().sendUrgentData(data);
        } catch (IOException failure) {
            throw SocketCallException.of(Call.SEND, failure);
        }
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        if (phase != Phase.CONNECTED) {
            throw closedOr(Call.SHUTDOWN, Errno.ENOTCONN, Errno.ENOTCONN.text());
        }
        try {
            if (direction.in()) {
                stream.shutdownInput();
            }
            if (direction.out()) {
                stream.shutdownOutput();
            }
        } catch (IOException failure) {
            throw SocketCallException.of(Call.SHUTDOWN, failure);
        }
    }

    @Override
    public void abort() throws IOException {
        if (phase == Phase.CONNECTED) {
            stream.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        phase = Phase.CLOSED;
        ServerSocketChannel listening = door;
        try {
            stream.close();
            if (listening != null) {
                listening.close();
            }
        } finally {
            reads.close();
            writes.close();
        }
    }

    @Override
    public void wake() {
        reads.wake();
        writes.wake();
    }

    @Override
    public Optional<SelectableChannel> selectable() throws IOException {
        waiting(Waiting.NOT_AT_ALL);
        ServerSocketChannel listening = door;
        return Optional.of(listening != null ? listening : stream);
    }

    @Override
    public Waiting waiting() {
        return waiting;
    }

    @Override
    public void waiting(Waiting other) {
        waiting = other;
        ServerSocketChannel listening = door;
        StreamChannels.block(listening != null ? listening : stream, other instanceof Waiting.Unlimited);
    }

    @Override
    public Map<String, String> options() {
        ServerSocketChannel listening = door;
        return channels.options(listening != null ? listening : stream);
    }

    @Override
    public void option(String name, String value) throws IOException {
        if (phase == Phase.CLOSED) {
            throw closedOr(Call.SETSOCKOPT, Errno.EBADF, Errno.EBADF.text());
        }
        ServerSocketChannel listening = door;
        channels.option(listening != null ? listening : stream, name, value);
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        throw new SocketCallException(
                Call.SETSOCKOPT, Errno.EOPNOTSUPP, "a stream has exactly two ends, never a group");
    }

    @Override
    public void leave(InetAddress group, NetworkInterface on) throws IOException {
        join(group, on);
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public Family family() {
        return channels.family();
    }

    @Override
    public Phase phase() {
        return phase;
    }

    @Override
    public @Nullable InetSocketAddress local() {
        ServerSocketChannel listening = door;
        return StreamChannels.local(listening != null ? listening : stream);
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return StreamChannels.remote(stream);
    }

    private SocketCallException closedOr(Call call, Errno errno, String detail) {
        return phase == Phase.CLOSED
                ? new SocketCallException(call, Errno.EBADF, "closed")
                : new SocketCallException(call, errno, detail);
    }
}
