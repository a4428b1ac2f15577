package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.Way;
import org.sockrates.transport.Family;
import org.sockrates.wire.Wire;
import org.sockrates.wire.WireSettings;

/**
 * What one connection of the kernel's delivered over a wire, as fast as it went. Its buffers are of a fixed size, so that
 * neither grows.
 *
 * @param bytes read
 * @param upstreamMicros by how much data arrived later than the link let it, on average
 * @param downstreamMicros the same of acknowledgements
 */
record KernelFlow(long bytes, double upstreamMicros, double downstreamMicros) {
    /** What Linux offers to who asks for {@link #ASKED_BYTES}. */
    static final int WINDOW_BYTES = 252_316;

    static final int SEND_BYTES = 1_000_000;

    private static final int ASKED_BYTES = 200_000;
    private static final WireSettings LITTLE_LOGGED = WireSettings.USUAL.withMostLogged(1);

    /** Lets it run for so long, from when both ends are connected. */
    static KernelFlow over(LinkSpec link, Duration time) throws IOException {
        Lateness lateness = new Lateness();
        try (Wire wire = Wire.open(LITTLE_LOGGED, link);
                ServerSocketChannel door = ServerSocketChannel.open()) {
            wire.observe(lateness);
            door.setOption(StandardSocketOptions.SO_RCVBUF, ASKED_BYTES);
            door.bind(new InetSocketAddress(wire.here(Family.AF_INET), 0));
            try (SocketChannel client = SocketChannel.open(wire.towards((InetSocketAddress) door.getLocalAddress()));
                    SocketChannel served = door.accept()) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
                client.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BYTES);
                Flood.begin(client, 1 << 16);
                long bytes = read(served, System.nanoTime() + time.toNanos());
                wire.ignore(lateness);
                return new KernelFlow(bytes, lateness.meanMicros(Way.UPSTREAM), lateness.meanMicros(Way.DOWNSTREAM));
            }
        }
    }

    private static long read(SocketChannel served, long deadline) throws IOException {
        ByteBuffer into = ByteBuffer.allocateDirect(1 << 20);
        long bytes = 0;
        served.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            served.register(selector, SelectionKey.OP_READ);
            for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
                selector.select(Math.max(1, left / 1_000_000));
                selector.selectedKeys().clear();
                bytes += Math.max(0, served.read(into.clear()));
            }
        }
        return bytes;
    }
}
