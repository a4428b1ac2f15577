package org.sockrates.transport.rdt.socket;

import static org.sockrates.transport.Traits.Promise.CONNECTION_ORIENTED;
import static org.sockrates.transport.Traits.Promise.FLOW_CONTROLLED;
import static org.sockrates.transport.Traits.Promise.IN_DATAGRAMS;
import static org.sockrates.transport.Traits.Promise.ORDERED;
import static org.sockrates.transport.Traits.Promise.RELIABLE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Family;
import org.sockrates.transport.Observation;
import org.sockrates.transport.ObservedSocket;
import org.sockrates.transport.PacketHead;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.PacketHeads;
import org.sockrates.transport.rdt.Protocol;

/** What TCP adds to UDP, made here: a stream of bytes over datagrams, by one of the three protocols. */
public sealed class RdtTransport implements Transport
        permits StopAndWaitTransport, GoBackNTransport, SelectiveRepeatTransport {
    private static final Traits TRAITS =
            Traits.of(Integer.MAX_VALUE, CONNECTION_ORIENTED, RELIABLE, ORDERED, FLOW_CONTROLLED, IN_DATAGRAMS);

    private final String name;
    private final Traits traits;
    private final @Nullable Protocol protocol;
    private final Realm realm;
    private final @Nullable Observation observation;

    /** Over UDP of this machine. */
    RdtTransport(Protocol protocol) {
        this(
                protocol.word(),
                TRAITS,
                protocol,
                new Realm(new RdtMachine(protocol, FirstNumbers::next), new UdpUnderlay()),
                null);
    }

    /**
     * Under another name, over something else than this machine's UDP, or with another machine.
     *
     * @param traits what it promises there
     */
    public static Transport over(String name, Traits traits, Realm realm) {
        return new RdtTransport(name, traits, null, realm, null);
    }

    /** @param protocol whose packets are in its datagrams; null where nobody is to read them */
    private RdtTransport(
            String name, Traits traits, @Nullable Protocol protocol, Realm realm, @Nullable Observation observation) {
        this.name = name;
        this.traits = traits;
        this.protocol = protocol;
        this.realm = realm;
        this.observation = observation;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Traits traits() {
        return traits;
    }

    @Override
    public final TransportSocket open(Family family) throws IOException {
        return observation == null
                ? new StreamSocket(this, family, realm)
                : ObservedSocket.create(
                        this, family, "SOCK_STREAM", observation, () -> new StreamSocket(this, family, realm));
    }

    @Override
    public final Server server(ServerSettings settings) {
        return new RdtServer(this, settings);
    }

    @Override
    public final Client client(ClientSettings settings) {
        return new RdtClient(this, settings);
    }

    @Override
    public final Optional<PacketHead> head(ByteBuffer datagram) {
        return protocol == null ? Optional.empty() : PacketHeads.ofConversation(protocol, datagram);
    }

    @Override
    public final Transport observed(Observation other) {
        return new RdtTransport(name, traits, protocol, realm, other);
    }
}
