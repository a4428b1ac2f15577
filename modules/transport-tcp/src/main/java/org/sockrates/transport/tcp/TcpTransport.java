package org.sockrates.transport.tcp;

import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.io.IOException;
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

/** The byte stream: connected, reliable, ordered, flow-controlled, without boundaries (RFC 9293). */
public final class TcpTransport implements Transport {
    private static final Traits TRAITS =
            Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED);

    private final @Nullable Observation observation;

    /** For {@link java.util.ServiceLoader}. */
    public TcpTransport() {
        this(null);
    }

    private TcpTransport(@Nullable Observation observation) {
        this.observation = observation;
    }

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return observation == null
                ? new TcpSocket(this, family)
                : ObservedSocket.create(this, family, "SOCK_STREAM", observation, () -> new TcpSocket(this, family));
    }

    @Override
    public Server server(ServerSettings settings) {
        return new TcpServer(this, settings);
    }

    @Override
    public Client client(ClientSettings settings) {
        return new TcpClient(this, settings);
    }

    @Override
    public Transport observed(Observation other) {
        return new TcpTransport(other);
    }
}
