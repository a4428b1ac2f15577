package org.sockrates.sim.path;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.rdt.socket.Underlay;

/**
 * UDP's sockets over a simulated net: what the real ones promise, and nothing more.
 *
 * @param real whose traits they have
 * @param turnedAway is told by whose full receive buffer a datagram was thrown away
 */
record SimUdp(Transport real, Underlay underlay, Consumer<InetSocketAddress> turnedAway) implements SocketKind {
    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return new SimUdpSocket(real, family, underlay, turnedAway);
    }
}
