package org.sockrates.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The client's role, in the textbook's steps: create, connect, send and receive, close. A datagram client skips
 * connect and names the server with every datagram.
 */
public interface Client extends AutoCloseable {
    /**
     * Create, and connect where the transport connects. Whoever calls this closes the client, also when this fails; one that
     * is opened again closes what it had.
     */
    void open() throws IOException;

    /** Sends one request; a stream's is sent whole, or an error says how much was not. */
    void send(ByteBuffer request) throws IOException;

    /** Says that no more requests come, where the transport can say it (half-close); else does nothing. */
    void finish() throws IOException;

    /**
     * Receives the next piece of a reply: a datagram of the server asked, or what a stream has.
     *
     * @return its bytes, or {@link TransportSocket#END_OF_STREAM}
     * @throws SocketCallException {@link Errno#EAGAIN} when none came within the client's limit
     */
    int receive(ByteBuffer into) throws IOException;

    @Override
    void close() throws IOException;
}
