package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.ServerStyle;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.serving.AcceptLoop;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.IterativeLoop;
import org.sockrates.transport.serving.Opening;
import org.sockrates.transport.serving.PeerTable;
import org.sockrates.transport.serving.PeerThreads;
import org.sockrates.transport.serving.ThreadedLoop;

/** A server over reliable data transfer: create, bind, listen, accept, receive and send, close. */
final class RdtServer implements Server {
    private final Transport rdt;
    private final ServerSettings settings;
    private final PeerTable peers = new PeerTable();
    private volatile @Nullable TransportSocket door;

    RdtServer(Transport rdt, ServerSettings settings) {
        if (settings.style() == ServerStyle.SELECTOR) {
            throw noSelector();
        }
        PeerThreads.require(settings.style());
        this.rdt = rdt;
        this.settings = settings;
    }

    private static UsageException noSelector() {
        return new UsageException(
                "style", "selector", "iterative, threads or virtual: what is made in user space no selector knows");
    }

    @Override
    public InetSocketAddress open() throws IOException {
        Opening.once(door, peers.closed());

        // 1. create
        door = rdt.open(Family.of(settings.local().getAddress()));

        // 2. bind
        door.bind(settings.local());

        // 3. listen
        door.listen(settings.backlog());
        return Objects.requireNonNull(door.local());
    }

    @Override
    public void serve() throws IOException {
        // 4. accept, 5. receive and send: how many at a time is the style's choice
        AcceptLoop loop = switch (settings.style()) {
            case ITERATIVE -> new IterativeLoop();
            case THREADS -> new ThreadedLoop(PeerThreads.platform(), settings.mostPeers());
            case VIRTUAL -> new ThreadedLoop(PeerThreads.virtual(), settings.mostPeers());
            case SELECTOR -> throw noSelector();
        };
        loop.run(Opening.done(door), new Dialogue(settings, peers), peers);
    }

    @Override
    public void whenOutOfThreads(Runnable told) {
        peers.whenOutOfThreads(told);
    }

    @Override
    public ServerCounts counts() {
        return peers.counts(door == null || peers.closed() ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        // 6. close: the listening socket, then every socket accept gave us, each with a farewell
        try {
            if (door != null) {
                door.close();
            }
        } finally {
            peers.close();
        }
    }
}
