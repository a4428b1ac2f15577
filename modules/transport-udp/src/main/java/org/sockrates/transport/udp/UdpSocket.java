package org.sockrates.transport.udp;

import static org.sockrates.transport.SocketCallException.notNow;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
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
import org.sockrates.transport.channel.FirstClose;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.channel.ReadyWait;
import org.sockrates.transport.text.HostText;

/**
 * One UDP socket with Berkeley's calls, over a datagram channel. To connect throws away what waits already, also the news
 * that an earlier datagram met a closed port: Java does so, Linux would hand them out.
 */
final class UdpSocket implements TransportSocket {
    private static final String NO_EMPTY = "Java sends no empty datagram on a connected socket, only on others";

    private static final String PEER_ONLY =
            "Java sends from a connected socket to its peer only; Linux would send this, once, where it says";

    private final Transport transport;
    private final Family family;
    private final DatagramChannel channel;
    private final Groups groups;
    private final Inbox inbox = new Inbox();
    private final Patience patience = new Patience(SystemClock.INSTANCE);
    private volatile @Nullable InetSocketAddress remote;

    /** {@code socket(2)}. */
    UdpSocket(Transport transport, Family family) throws IOException {
        this.transport = transport;
        this.family = family;
        try {
            FirstClose.over();
            this.channel = DatagramChannel.open(family.protocolFamily());
            channel.configureBlocking(false);
        } catch (IOException | UnsupportedOperationException failure) {
            throw SocketCallException.of(Call.SOCKET, failure);
        }
        this.groups = new Groups(channel);
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        if (local() != null) {
            throw new SocketCallException(Call.BIND, Errno.EINVAL, "bound already");
        }
        try {
            channel.bind(local);
        } catch (IOException | IllegalArgumentException failure) {
            throw SocketCallException.of(Call.BIND, failure);
        }
    }

    @Override
    public void listen(int backlog) throws IOException {
        throw notNow(
                this,
                Call.LISTEN,
                Errno.EOPNOTSUPP,
                "udp has no connections to wait for: a bound socket receives at once");
    }

    @Override
    public TransportSocket accept() throws IOException {
        throw notNow(
                this,
                Call.ACCEPT,
                Errno.EOPNOTSUPP,
                "udp has no connections to take: recvfrom says who sent each datagram");
    }

    @Override
    public void connect(InetSocketAddress peer) throws IOException {
        try {
            channel.socket().connect(HostText.reached(peer)); // may be called again, as in C; channel.connect may not
            remote = (InetSocketAddress) channel.getRemoteAddress(); // of a closed channel only this says so
        } catch (IOException | IllegalArgumentException failure) {
            throw SocketCallException.of(Call.CONNECT, failure);
        }
    }

    @Override
    public int send(ByteBuffer message) throws IOException {
        InetSocketAddress peer = remote();
        if (peer == null) {
            throw notNow(this, Call.SEND, Errno.EDESTADDRREQ, "not connected; use sendto");
        }
        if (!message.hasRemaining()) {
            throw notNow(this, Call.SEND, Errno.EOPNOTSUPP, NO_EMPTY);
        }
        LargestDatagram.check(Call.SEND, message.remaining(), peer.getAddress());
        try {
            int bytes = channel.write(message);
            return bytes > 0 ? bytes : sendLater(Call.SEND, message, peer);
        } catch (IOException failure) {
            throw SocketCallException.of(Call.SEND, failure);
        }
    }

    @Override
    public int sendTo(ByteBuffer message, InetSocketAddress to) throws IOException {
        if (!channel.isOpen()) {
            throw new SocketCallException(Call.SENDTO, Errno.EBADF, "closed");
        }
        LargestDatagram.check(Call.SENDTO, message.remaining(), to.getAddress());
        if (!message.hasRemaining() && remote != null) {
            throw notNow(this, Call.SENDTO, Errno.EOPNOTSUPP, NO_EMPTY);
        }
        try {
            int size = message.remaining();
            int bytes = channel.send(message, to);
            return bytes == size ? bytes : sendLater(Call.SENDTO, message, to);
        } catch (AlreadyConnectedException elsewhere) {
            throw new SocketCallException(Call.SENDTO, Errno.EISCONN, PEER_ONLY, elsewhere);
        } catch (IOException | IllegalArgumentException failure) {
            throw SocketCallException.of(Call.SENDTO, failure);
        }
    }

    private int sendLater(Call call, ByteBuffer message, InetSocketAddress to) throws IOException {
        ReadyWait room = patience.toWrite();
        int bytes = 0;
        while (bytes == 0) {
            room.await(call, channel, SelectionKey.OP_WRITE);
            bytes = channel.send(message, to);
        }
        return bytes;
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
        try {
            InetSocketAddress from = inbox.receive(channel, into);
            return from != null ? from : receiveLater(call, into);
        } catch (IOException failure) {
            throw SocketCallException.of(call, failure);
        }
    }

    private InetSocketAddress receiveLater(Call call, ByteBuffer into) throws IOException {
        ReadyWait datagram = patience.toRead();
        InetSocketAddress from = null;
        while (from == null) {
            datagram.await(call, channel, SelectionKey.OP_READ);
            from = inbox.receive(channel, into);
        }
        return from;
    }

    @Override
    public int truncatedBytes() {
        return inbox.truncatedBytes();
    }

    @Override
    public void shutdown(Direction direction) throws IOException {
        throw remote == null
                ? notNow(this, Call.SHUTDOWN, Errno.ENOTCONN, Errno.ENOTCONN.text())
                : notNow(
                        this,
                        Call.SHUTDOWN,
                        Errno.EOPNOTSUPP,
                        "udp has no end of stream the peer could be told of; in C "
                                + (direction.out() ? "it ends one's own sending" : "recv does not wait any more")
                                + ", and nobody is told");
    }

    @Override
    public Map<String, String> options() {
        return ChannelOptions.all(channel);
    }

    @Override
    public void option(String name, String value) throws IOException {
        ChannelOptions.set(channel, name, value);
    }

    @Override
    public void join(InetAddress group, NetworkInterface on) throws IOException {
        groups.join(group, on);
    }

    @Override
    public void leave(InetAddress group, NetworkInterface on) throws IOException {
        groups.leave(group, on);
    }

    @Override
    public Optional<SelectableChannel> selectable() {
        waiting(Waiting.NOT_AT_ALL);
        return Optional.of(channel);
    }

    @Override
    public Waiting waiting() {
        return patience.waiting();
    }

    @Override
    public void waiting(Waiting other) {
        patience.waiting(other, channel);
    }

    @Override
    public void wake() {
        patience.wake();
    }

    @Override
    public boolean abort() throws IOException {
        close();
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            patience.close();
        } finally {
            channel.close();
        }
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
        if (!channel.isOpen()) {
            return Phase.CLOSED;
        }
        if (remote != null) {
            return Phase.CONNECTED;
        }
        return local() == null ? Phase.CREATED : Phase.BOUND;
    }

    @Override
    public @Nullable InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException closed) {
            return null;
        }
    }

    @Override
    public @Nullable InetSocketAddress remote() {
        return channel.isOpen() ? remote : null;
    }
}
