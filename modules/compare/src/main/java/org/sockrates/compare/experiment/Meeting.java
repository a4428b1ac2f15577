package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.sockrates.compare.Settings;
import org.sockrates.link.Passage;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * A client's socket and the server's socket it talks to, brought together the way their transport does it.
 *
 * @param door the socket the server was reached at; without connections it is the server's only one
 * @param server the server's end of this conversation
 * @param client connected to the server
 */
record Meeting(TransportSocket door, TransportSocket server, TransportSocket client) implements AutoCloseable {
    /** Opens a server and a client of it, and a connection where the transport has connections. */
    static Meeting arrange(SocketKind transport, Passage passage, Settings settings) throws IOException {
        TransportSocket door = open(transport, passage, settings);
        door.bind(passage.serveOn());
        InetSocketAddress address = Objects.requireNonNull(door.local());
        TransportSocket client = open(transport, passage, settings);
        if (!transport.traits().connectionOriented()) {
            client.connect(passage.towards(address));
            return new Meeting(door, door, client);
        }
        door.listen(1);
        Passage.Actor<TransportSocket> accepting = passage.start("accept", door::accept);
        client.connect(passage.towards(address));
        TransportSocket server = accepting.join(settings.patience());
        server.waiting(Waiting.atMost(settings.patience()));
        return new Meeting(door, server, client);
    }

    /** A socket of the passage's family, none of whose calls waits longer than the settings allow. */
    static TransportSocket open(SocketKind transport, Passage passage, Settings settings) throws IOException {
        TransportSocket socket = transport.open(Family.of(passage.serveOn().getAddress()));
        socket.waiting(Waiting.atMost(settings.patience()));
        return socket;
    }

    /** Closes the client first. */
    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        door.close();
    }
}
