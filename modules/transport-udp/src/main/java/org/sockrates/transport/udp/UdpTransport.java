package org.sockrates.transport.udp;

import static org.sockrates.transport.Traits.Promise.GROUP_SEND;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.ObservedSocket;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/** The datagram: unconnected, with boundaries, with no promise to arrive (RFC 768). */
public final class UdpTransport implements Transport {
    private static final Traits TRAITS =
            Traits.of(LargestDatagram.IPV4_PAYLOAD_BYTES, KEEPS_BOUNDARIES, GROUP_SEND, IN_DATAGRAMS);

    private final @Nullable Observation observation;

    /** For {@link java.util.ServiceLoader}. */
    public UdpTransport() {
        this(null);
    }

    private UdpTransport(@Nullable Observation observation) {
        this.observation = observation;
    }

    @Override
    public String name() {
        return "udp";
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return observation == null
                ? new UdpSocket(this, family)
                : ObservedSocket.create(this, family, "SOCK_DGRAM", observation, () -> new UdpSocket(this, family));
    }

    @Override
    public Server server(ServerSettings settings) {
        return new UdpServer(this, settings);
    }

    @Override
    public Client client(ClientSettings settings) {
        return new UdpClient(this, settings, SystemClock.INSTANCE);
    }

    @Override
    public Transport observed(Observation other) {
        return new UdpTransport(other);
    }
}
