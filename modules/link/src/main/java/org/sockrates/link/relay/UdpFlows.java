package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Family;

/**
 * The clients of a {@link UdpRelay}. UDP never says that a client is gone, so one that is silent too long is forgotten, and
 * the one silent for longest makes room for a new one; none that has packets under way, unless all have.
 */
final class UdpFlows {
    /** As far as the system lets it: a burst waits there, and is not lost before the link has seen it. */
    private static final int SOCKET_BUFFER_BYTES = 4 << 20;

    private final UdpRelay relay;
    private final RelaySettings settings;
    private final RelayLoop loop;
    private final Overruns overruns;
    private @Nullable InetAddress exit;

    private final Map<SocketAddress, UdpFlow> byClient = new HashMap<>();

    UdpFlows(UdpRelay relay, RelaySettings settings, RelayLoop loop, Overruns overruns) {
        this.relay = relay;
        this.settings = settings;
        this.loop = loop;
        this.overruns = overruns;
    }

    static DatagramChannel open(InetSocketAddress like) throws IOException {
        DatagramChannel channel =
                DatagramChannel.open(Family.of(like.getAddress()).protocolFamily());
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
        return channel;
    }

    /** Fills a buffer with the next datagram and answers who sent it; null when there is none. */
    static @Nullable SocketAddress receive(DatagramChannel from, ByteBuffer buffer) {
        try {
            SocketAddress sender = from.receive(buffer.clear());
            buffer.flip();
            return sender;
        } catch (IOException unreachableOrClosed) {
            return null;
        }
    }

    /** The flow of a client, a new one for a new client; null when no socket is left for it. */
    @Nullable
    UdpFlow of(SocketAddress client, long nowNanos) {
        UdpFlow flow = byClient.get(client);
        if (flow == null) {
            flow = begin((InetSocketAddress) client, nowNanos);
        }
        if (flow != null) {
            flow.lastNanos = nowNanos;
        }
        return flow;
    }

    private @Nullable UdpFlow begin(InetSocketAddress client, long nowNanos) {
        if (byClient.size() >= settings.mostPeers()) {
            makeRoom(nowNanos);
        }
        try {
            UdpFlow flow = new UdpFlow(relay, client, towardsServer());
            loop.register(flow.back, SelectionKey.OP_READ, () -> relay.fromServer(flow));
            byClient.put(client, flow);
            overruns.opened(flow.up.exit());
            return flow;
        } catch (IOException noDescriptorLeft) {
            return null;
        }
    }

    private void makeRoom(long nowNanos) {
        UdpFlow longestSilent = Collections.max(
                byClient.values(),
                Comparator.comparing((UdpFlow flow) -> !flow.hasUnderWay())
                        .thenComparingLong(flow -> nowNanos - flow.lastNanos));
        forget(longestSilent);
    }

    private void forget(UdpFlow flow) {
        overruns.closed(flow.up.exit()); // before somebody else may have its port
        flow.close();
        byClient.remove(flow.client);
    }

    /** A socket towards the server, which hears of nobody else; its port is its own even if it is disconnected. */
    private DatagramChannel towardsServer() throws IOException {
        DatagramChannel back = open(settings.target());
        try {
            return back.bind(new InetSocketAddress(exit(), 0)).connect(settings.target());
        } catch (IOException cannot) {
            back.close();
            throw cannot;
        }
    }

    /** Which of this machine's addresses the server sees: that of a socket connected to it, which sends nothing. */
    private InetAddress exit() throws IOException {
        InetAddress known = exit;
        if (known == null) {
            try (DatagramChannel probe = open(settings.target())) {
                probe.connect(settings.target());
                known = ((InetSocketAddress) probe.getLocalAddress()).getAddress();
            }
            exit = known;
        }
        return known;
    }

    /** Forgets whoever was silent too long, and does so again from time to time. */
    void forgetSilent() {
        long now = loop.nowNanos();
        long limitNanos = Deadline.nanos(settings.idleLimit());
        List<UdpFlow> silent = byClient.values().stream()
                .filter(flow -> !flow.hasUnderWay() && now - flow.lastNanos >= limitNanos)
                .toList();
        if (!silent.isEmpty()) {
            overruns.count();
        }
        silent.forEach(this::forget);
        loop.at(now + limitNanos / 2 + 1, this::forgetSilent);
    }

    void close() {
        byClient.values().forEach(UdpFlow::close);
        byClient.clear();
    }
}
