package org.sockrates.sim.path;

import java.io.IOException;
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
 */
record SimUdp(Transport real, Underlay underlay) implements SocketKind {
    @Override
    public Traits traits() {
        return real.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return new SimUdpSocket(real, family, underlay);
    }
}
