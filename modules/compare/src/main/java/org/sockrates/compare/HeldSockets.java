package org.sockrates.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/**
 * A transport whose sockets are remembered, so that an experiment can be ended from outside and leaves none behind. It has
 * no server and no client: their sockets could not be remembered. Those that {@code accept} gave are not: they end when
 * their peers do.
 */
final class HeldSockets implements Transport {
    private final Transport transport;
    private final OpenSockets open;

    HeldSockets(Transport transport, OpenSockets open) {
        this.transport = transport;
        this.open = open;
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
        return open.add(transport.open(family));
    }

    @Override
    public Server server(ServerSettings settings) {
        throw notHeld();
    }

    @Override
    public Client client(ClientSettings settings) {
        throw notHeld();
    }

    @Override
    public Transport observed(Observation observation) {
        throw notHeld();
    }

    @Override
    public Optional<PacketHead> head(ByteBuffer datagram) {
        return transport.head(datagram);
    }

    private static IllegalStateException notHeld() {
        return new IllegalStateException("compare: an experiment opens each of its sockets itself");
    }
}
