package org.sockrates.compare.experiment;

import java.io.IOException;
import org.sockrates.compare.Run;
import org.sockrates.link.Passage;
import org.sockrates.transport.Direction;
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
    static Meeting arrange(Run run) throws IOException {
        TransportSocket door = run.door(1);
        TransportSocket client = run.open();
        if (!run.traits().connectionOriented()) {
            client.connect(run.towards(door));
            return new Meeting(door, door, client);
        }
        Passage.Actor<TransportSocket> accepting = run.passage().start("accept", door::accept);
        client.connect(run.towards(door));
        TransportSocket server = accepting.join(run.settings().patience());
        server.waiting(Waiting.atMost(run.settings().patience()));
        return new Meeting(door, server, client);
    }

    /** Says for the client that this was all, where its transport can say so. */
    void finish() throws IOException {
        if (client.transport().traits().connectionOriented()) {
            client.shutdown(Direction.OUT);
        }
    }

    /** Closes the client first. */
    @Override
    public void close() throws IOException {
        client.close();
        server.close();
        door.close();
    }
}
