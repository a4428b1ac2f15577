package org.sockrates.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.serving.AcceptLoop;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.IterativeLoop;
import org.sockrates.transport.serving.PeerTable;
import org.sockrates.transport.serving.PeerThreads;
import org.sockrates.transport.serving.ThreadedLoop;

/** A TCP server: create, bind, listen, accept, receive and send, close. */
final class TcpServer implements Server {
    private final Transport tcp;
    private final ServerSettings settings;
    private final PeerTable peers = new PeerTable();
    private volatile @Nullable TransportSocket door;

    TcpServer(Transport tcp, ServerSettings settings) {
        this.tcp = tcp;
        this.settings = settings;
    }

    @Override
    public InetSocketAddress open() throws IOException {
        // 1. create
        TransportSocket created = tcp.open(Family.of(settings.local().getAddress()));
        door = created;
        created.option("SO_REUSEADDR", "on");

        // 2. bind
        created.bind(settings.local());

        // 3. listen
        created.listen(settings.backlog());
        return Objects.requireNonNull(created.local());
    }

    @Override
    public void serve() throws IOException {
        TransportSocket listening = Objects.requireNonNull(door, "open() first");
        // 4. accept, 5. receive and send: how many at a time is the style's choice
        AcceptLoop loop = switch (settings.style()) {
            case ITERATIVE -> new IterativeLoop();
            case THREADS -> new ThreadedLoop(PeerThreads.platform(), settings.mostPeers());
            case VIRTUAL -> new ThreadedLoop(PeerThreads.virtual(), settings.mostPeers());
            case SELECTOR -> new SelectorLoop();
        };
        loop.run(listening, new Dialogue(settings, peers), peers);
    }

    @Override
    public void whenOutOfThreads(Runnable told) {
        peers.whenOutOfThreads(told);
    }

    @Override
    public ServerCounts counts() {
        TransportSocket listening = door;
        return peers.counts(listening == null || peers.closed() ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        // 6. close: the listening socket, then every socket accept gave us, each with a farewell
        TransportSocket listening = door;
        try {
            if (listening != null) {
                listening.close();
            }
        } finally {
            peers.close();
        }
    }
}
