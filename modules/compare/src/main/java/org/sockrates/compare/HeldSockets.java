package org.sockrates.compare;

import java.io.IOException;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;

/**
 * Sockets that are remembered, so that an experiment can be ended from outside and leaves none behind. Those that
 * {@code accept} gave are not: they end when their peers do.
 */
record HeldSockets(SocketKind kind, OpenSockets open) implements SocketKind {
    @Override
    public Traits traits() {
        return kind.traits();
    }

    @Override
    public TransportSocket open(Family family) throws IOException {
        return open.add(kind.open(family));
    }
}
