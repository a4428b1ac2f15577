package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.DatagramChannel;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.channel.ChannelOptions;
import org.sockrates.transport.channel.FirstClose;
import org.sockrates.transport.rdt.Line;
import org.sockrates.transport.text.HostText;

/** One UDP port of this machine. */
final class UdpPort implements Port {
    /** Longer than any packet, so that what is longer is seen to be. */
    private static final int LONGEST_BYTES = 2_048;
    /** So that a flood on one port does not keep the others, or a call, from going on. */
    private static final int MOST_AT_ONCE = 256;

    private final Above above;
    private final UdpLoop loop;
    private final NanoClock clock;
    private final DatagramChannel channel;
    private final ByteBuffer packet = ByteBuffer.allocateDirect(LONGEST_BYTES);
    private boolean polling;
    private volatile @Nullable Errno unreachable;
    private volatile long dueNanos = Line.NEVER;

    UdpPort(Family family, Above above, UdpLoop loop, NanoClock clock) throws IOException {
        this.above = above;
        this.loop = loop;
        this.clock = clock;
        try {
            FirstClose.over();
            channel = DatagramChannel.open(family.protocolFamily());
            channel.configureBlocking(false);
        } catch (IOException | UnsupportedOperationException failure) {
            throw SocketCallException.of(Call.SOCKET, failure);
        }
    }

    @Override
    public void bind(InetSocketAddress local) throws IOException {
        try {
            channel.bind(local);
            loop.add(this);
        } catch (IOException | IllegalArgumentException | IllegalStateException failure) {
            throw SocketCallException.of(Call.BIND, failure);
        }
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
    public InetSocketAddress connect(InetSocketAddress remote) throws IOException {
        disconnect();
        InetSocketAddress reached = HostText.reached(remote);
        try {
            channel.connect(reached);
            loop.add(this);
            return reached;
        } catch (IOException | IllegalArgumentException failure) {
            throw SocketCallException.of(Call.CONNECT, failure);
        }
    }

    @Override
    public void disconnect() throws IOException {
        try {
            channel.disconnect();
            unreachable = null;
        } catch (IOException failure) {
            throw SocketCallException.of(Call.CONNECT, failure);
        }
    }

    @Override
    public void send(ByteBuffer bytes, InetSocketAddress to) {
        int position = bytes.position();
        try {
            channel.send(bytes, to);
        } catch (IOException failure) {
            hear(failure);
            if (unreachable != null) {
                wakeAt(clock.nanoTime());
            }
        } catch (IllegalArgumentException | AlreadyConnectedException lost) {
            // as a datagram may be; to another one than it is connected to, whose packet came just before that
        }
        bytes.position(position);
    }

    @Override
    public synchronized void poll() {
        if (polling) {
            return;
        }
        polling = true;
        try {
            for (int i = 0; i < MOST_AT_ONCE && channel.isOpen() && unreachable == null; i++) {
                InetSocketAddress from = receive();
                if (from == null) {
                    break;
                }
                above.arrived(packet, from, clock.nanoTime());
            }
            Errno why = unreachable;
            if (why != null) {
                unreachable = null;
                above.unreachable(why);
            }
        } finally {
            polling = false;
        }
    }

    private @Nullable InetSocketAddress receive() {
        try {
            packet.clear();
            InetSocketAddress from = (InetSocketAddress) channel.receive(packet);
            packet.flip();
            return from;
        } catch (IOException failure) {
            hear(failure);
            return null;
        }
    }

    /** Keeps what ICMP, or this machine's own routes, say of the way to whom it is connected to; the rest is a loss. */
    private void hear(IOException failure) {
        Errno errno = SocketCallException.of(Call.RECV, failure).errno();
        if (channel.isConnected() && errno.endsTheUnanswered()) {
            unreachable = errno;
        }
    }

    @Override
    public void wakeAt(long nanos) {
        dueNanos = nanos;
        loop.wakeAt(nanos);
    }

    long dueNanos() {
        return dueNanos;
    }

    /** Tells above what there is to tell; called by the loop. */
    synchronized void turn(long nowNanos) {
        poll();
        if (dueNanos <= nowNanos && channel.isOpen()) {
            dueNanos = Line.NEVER;
            above.due(nowNanos);
        }
    }

    DatagramChannel channel() {
        return channel;
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
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // then it is closed
        }
        loop.remove(this);
    }

    @Override
    public void awaitClosed() {
        if (!channel.isOpen()) {
            loop.awaitGone(this);
        }
    }
}
