package org.sockrates.transport;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One way to move bytes between two endpoints: {@code tcp}, {@code udp}, {@code rdt-gbn}, or a student's own.
 *
 * <p>It is not a connection: it makes sockets, and the two roles that use them as a textbook does. Found by
 * {@link java.util.ServiceLoader}, so a jar on the class path adds one; such a class has a public constructor without
 * arguments.
 */
public interface Transport extends SocketKind {
    /** The word people type for it: lower-case letters, digits and hyphens, {@code tcp}. */
    String name();

    /** The server's role over this transport; nothing is opened before {@link Server#open()}. */
    Server server(ServerSettings settings);

    /** The client's role over this transport; nothing is opened before {@link Client#open()}. */
    Client client(ClientSettings settings);

    /**
     * The same transport, whose sockets report every call: {@link ObservedSocket#create} makes them. Sockets of this
     * transport stay unobserved and pay nothing.
     */
    Transport observed(Observation observation);

    /**
     * What one of its datagrams says of itself; empty where a datagram has no head of this transport, or a broken one.
     *
     * @param datagram its remaining bytes, which stay, as do its position and limit; may be read-only and anybody's
     */
    default Optional<PacketHead> head(ByteBuffer datagram) {
        return Optional.empty();
    }
}
