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

/**
 * TCP under the name it has here.
 *
 * @param real whose traits it has; a passage puts the model in its place
 */
record Modelled(Transport real) implements Transport {
    static final String NAME = "tcp (model)";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        throw elsewhere();
    }

    @Override
    public Server server(ServerSettings settings) {
        throw elsewhere();
    }

    @Override
    public Client client(ClientSettings settings) {
        throw elsewhere();
    }

    @Override
    public Transport observed(Observation observation) {
        throw elsewhere();
    }

    private static IllegalStateException elsewhere() {
        return new IllegalStateException("sim: a model opens sockets on a passage only");
    }
}
