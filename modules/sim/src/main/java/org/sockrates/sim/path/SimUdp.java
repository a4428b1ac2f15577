package org.sockrates.sim.path;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.ObservedSocket;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.socket.Underlay;

/** UDP over a simulated net: what the real one promises, and nothing more. */
final class SimUdp implements Transport {
    private final Transport real;
    private final Underlay underlay;
    private final @Nullable Observation observation;

    SimUdp(Transport real, Underlay underlay) {
        this(real, underlay, null);
    }

    private SimUdp(Transport real, Underlay underlay, @Nullable Observation observation) {
        this.real = real;
        this.underlay = underlay;
        this.observation = observation;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public TransportSocket open(Family family) throws java.io.IOException {
        return observation == null
                ? new SimUdpSocket(this, family, underlay)
                : ObservedSocket.create(
                        this, family, "SOCK_DGRAM", observation, () -> new SimUdpSocket(this, family, underlay));
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
    public Transport observed(Observation other) {
        return new SimUdp(real, underlay, other);
    }
}
