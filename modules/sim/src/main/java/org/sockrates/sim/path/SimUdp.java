package org.sockrates.sim.path;

import java.io.IOException;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.socket.Underlay;

/**
 * UDP over a simulated net: what the real one promises, and nothing more.
 *
 * @param real whose name and traits it has
 */
record SimUdp(Transport real, Underlay underlay) implements Transport {
    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return new SimUdpSocket(this, family, underlay);
    }

    @Override
    public Server server(ServerSettings settings) {
        throw new IllegalStateException("sim: no servers of their own (expected: sockets)");
    }

    @Override
    public Client client(ClientSettings settings) {
        throw new IllegalStateException("sim: no clients of their own (expected: sockets)");
    }

    @Override
    public Transport observed(Observation observation) {
        throw new IllegalStateException("sim: no observers of their own (expected: sockets)");
    }
}
