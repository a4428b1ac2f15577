package org.sockrates.transport;

import java.io.IOException;

/**
 * Sockets of one kind: what they promise, and how one is made. It is what an experiment has of a {@link Transport}, and has
 * neither its name nor its roles.
 */
public interface SocketKind {
    /** What they promise, as data. */
    Traits traits();

    /**
     * A new socket of the family, neither bound nor connected: {@code socket(2)}.
     *
     * @throws SocketCallException {@link Errno#EMFILE} when no descriptor is left, {@link Errno#EAFNOSUPPORT} when the
     *     machine lacks the family
     */
    TransportSocket open(Family family) throws IOException;
}
