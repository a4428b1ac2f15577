package org.sockrates.compare.experiment;

import java.io.IOException;
import org.sockrates.transport.TransportSocket;

/** Has a socket send each message by itself, at once, where its system would otherwise gather small ones (RFC 896). */
final class AtOnce {
    private static final String OPTION = "TCP_NODELAY";

    private AtOnce() {}

    static void on(TransportSocket socket) throws IOException {
        if (socket.options().containsKey(OPTION)) {
            socket.option(OPTION, "on");
        }
    }
}
