package org.sockrates.transport.serving;

import org.jspecify.annotations.Nullable;
import org.sockrates.transport.TransportSocket;

/** A server is opened once, before it is closed, and serves once it is open. */
public final class Opening {
    private Opening() {}

    /**
     * Before the first step of {@code open}.
     *
     * @param socket the server's own, if it has been opened
     * @throws IllegalStateException where it has been, or was closed
     */
    public static void once(@Nullable TransportSocket socket, boolean closed) {
        if (socket != null || closed) {
            throw new IllegalStateException("a server is opened once");
        }
    }

    /**
     * What was opened.
     *
     * @throws IllegalStateException where nothing was
     */
    public static TransportSocket done(@Nullable TransportSocket socket) {
        if (socket == null) {
            throw new IllegalStateException("open() first");
        }
        return socket;
    }
}
