package org.sockrates.transport.testkit.contract;

import java.net.InetSocketAddress;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Task;

/** A server at work, in a thread of its own, until it is closed. */
public record Serving(Transport transport, Server server, InetSocketAddress address, Task<?> thread)
        implements AutoCloseable {
    /** Opens a server and lets it serve. */
    public static Serving start(Transport transport, ServerSettings settings) throws Exception {
        Server server = transport.server(settings);
        InetSocketAddress address = server.open();
        Task<?> thread = Task.start(() -> {
            server.serve();
            return null;
        });
        return new Serving(transport, server, address, thread);
    }

    /** A client of it, open. */
    public Client client() throws Exception {
        Client client = transport.client(new ClientSettings(address, Bench.LIMIT));
        client.open();
        return client;
    }

    /** Closes the server and waits until it serves no more. */
    @Override
    public void close() throws Exception {
        server.close();
        thread.result();
    }
}
