package org.sockrates.sim.path;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockrates.sim.Alarm;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.channel.ChannelOptions;
import org.sockrates.transport.rdt.socket.Machine;
import org.sockrates.transport.rdt.socket.Port;

/** One port of a {@link Net}. */
final class SimPort implements Port {
    private static final String REUSE = "SO_REUSEADDR";
    private static final String DEFAULT_BUFFER = "212992";

    private final Net net;
    private final World world;
    private final Alarm alarm;
    private final Above above;
    private final Optional<Machine> system;
    private final Map<String, String> options = new TreeMap<>();
    private @Nullable InetSocketAddress local;
    private @Nullable InetSocketAddress remote;
    private boolean closed;

    /** @param system answers for ports that nobody has; where there is none, the sender is told that nobody is there */
    SimPort(Net net, Above above, Optional<Machine> system) {
        this.net = net;
        this.above = above;
        this.system = system;
        world = net.world();
        alarm = world.alarm(this::due);
        options.put("SO_RCVBUF", DEFAULT_BUFFER);
        options.put("SO_SNDBUF", DEFAULT_BUFFER);
        options.put(REUSE, "off");
    }

    @Override
    public void bind(InetSocketAddress wanted) throws SocketCallException {
        if (closed) {
            throw new SocketCallException(Call.BIND, Errno.EBADF);
        }
        if (wanted.isUnresolved()) {
            throw new SocketCallException(Call.BIND, Errno.EINVAL);
        }
        if (!wanted.getAddress().isAnyLocalAddress() && !wanted.getAddress().equals(Net.HERE)) {
            throw new SocketCallException(
                    Call.BIND,
                    Errno.EADDRNOTAVAIL,
                    wanted.getAddress().isMulticastAddress()
                            ? "the simulated net has no groups; use --path loopback"
                            : "the simulated machine is 127.0.0.1 and no other");
        }
        int port = net.take(wanted.getPort(), this)
                .orElseThrow(() -> new SocketCallException(Call.BIND, Errno.EADDRINUSE));
        local = new InetSocketAddress(Net.HERE, port);
    }

    @Override
    public @Nullable InetSocketAddress local() {
        return closed ? null : local;
    }

    @Override
    public InetSocketAddress connect(InetSocketAddress peer) throws SocketCallException {
        if (local == null) {
            bind(new InetSocketAddress(Net.HERE, 0));
        }
        if (peer.isUnresolved()) {
            throw new SocketCallException(Call.CONNECT, Errno.EINVAL);
        }
        remote = peer;
        return peer;
    }

    @Override
    public void disconnect() {
        remote = null;
    }

    @Override
    public void send(ByteBuffer packet, InetSocketAddress to) {
        InetSocketAddress from = local;
        if (from != null && !closed) {
            ByteBuffer bytes = packet.duplicate();
            world.does(() -> net.send(bytes, from.getPort(), to));
        }
    }

    /** A packet came. */
    synchronized void arrived(ByteBuffer packet, InetSocketAddress from) {
        InetSocketAddress only = remote;
        if (!closed && (only == null || only.equals(from))) {
            above.arrived(packet, from, world.nowNanos());
        }
    }

    /** What was sent met nobody: TCP is answered by the other machine's system, UDP's sender is told by ICMP. */
    synchronized void nobodyAt(ByteBuffer packet, InetSocketAddress there) {
        if (closed) {
            return;
        }
        if (system.isPresent()) {
            system.get().refusal(packet).ifPresent(answer -> above.arrived(answer, there, world.nowNanos()));
        } else if (there.equals(remote)) {
            above.unreachable(Errno.ECONNREFUSED);
        }
    }

    @Override
    public void wakeAt(long nanos) {
        world.does(() -> alarm.at(nanos));
    }

    private synchronized void due() {
        if (!closed) {
            above.due(world.nowNanos());
        }
    }

    @Override
    public void poll() {
        // what has come was told when it came
    }

    @Override
    public Map<String, String> options() {
        return closed ? Map.of() : Map.copyOf(options);
    }

    @Override
    public void option(String name, String value) throws SocketCallException {
        if (name.equals(REUSE)) {
            options.put(REUSE, ChannelOptions.flag(REUSE, value) ? "on" : "off");
        } else if (!options.containsKey(name)) {
            throw new SocketCallException(
                    Call.SETSOCKOPT,
                    Errno.ENOPROTOOPT,
                    SafeText.escape(name) + ": a simulated socket has no such option");
        } else if (value.matches("[0-9]{1,9}")) {
            options.put(name, value);
        } else {
            throw new SocketCallException(
                    Call.SETSOCKOPT,
                    Errno.EINVAL,
                    SafeText.escape(name) + ": " + SafeText.quote(value) + " (expected: a whole number)");
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        InetSocketAddress had = local;
        if (!closed && had != null) {
            world.does(() -> net.free(had.getPort()));
        }
        closed = true;
    }

    @Override
    public void awaitClosed() {
        // it is free at once
    }
}
