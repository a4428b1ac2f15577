package org.sockrates.transport.tcp;

import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.KEEPS_BOUNDARIES;
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

/**
 * A third kind beside the stream and the datagram, as a student may write one: connected and reliable as TCP, which carries
 * it, with the boundaries that UDP has. So it promises what SCTP's one-to-one sockets do (RFC 6458 §4).
 */
final class MessagesOverTcp implements Transport {
    private final Transport tcp = new TcpTransport();
    private final Traits traits;
    private final @Nullable Observation observation;

    /** @param largestMessageBytes the longest message it takes */
    MessagesOverTcp(int largestMessageBytes) {
        this(
                Traits.of(
                        largestMessageBytes, CONNECTION_ORIENTED, KEEPS_BOUNDARIES, RELIABLE, ORDERED, FLOW_CONTROLLED),
                null);
    }

    private MessagesOverTcp(Traits traits, @Nullable Observation observation) {
        this.traits = traits;
        this.observation = observation;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return observation == null
                ? new MessageSocket(this, tcp.open(family))
                : ObservedSocket.create(
                        this, family, "SOCK_SEQPACKET", observation, () -> new MessageSocket(this, tcp.open(family)));
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
        return new MessagesOverTcp(traits, other);
    }
}
