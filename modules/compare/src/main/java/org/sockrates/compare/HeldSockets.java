package org.sockrates.compare;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockrates.transport.Call;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/**
 * A transport that remembers every socket it opened, so that an experiment can be ended from outside and leaves none
 * behind. Sockets that {@code accept} gave are not among them: they end when their peers do.
 */
final class HeldSockets implements Transport, AutoCloseable {
    private final Transport transport;
    private final Set<TransportSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HeldSockets(Transport transport) {
        this.transport = transport;
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public Traits traits() {
        return transport.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        TransportSocket socket = transport.open(family);
        open.add(socket);
        if (closed) {
            close();
            throw new SocketCallException(Call.SOCKET, Errno.EINTR, "interrupted");
        }
        return socket;
    }

    @Override
    public Server server(ServerSettings settings) {
        return transport.server(settings);
    }

    @Override
    public Client client(ClientSettings settings) {
        return transport.client(settings);
    }

    @Override
    public Transport observed(Observation observation) {
        return transport.observed(observation);
    }

    @Override
    public void close() {
        closed = true;
        for (TransportSocket socket : open) {
            try {
                socket.close();
            } catch (IOException gone) {
                // an experiment that is over does not mind how its sockets ended
            }
        }
    }
}
