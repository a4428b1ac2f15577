package org.sockrates.capture;

import java.util.Optional;

/** The names people gave to sockets. */
@FunctionalInterface
public interface SocketNames {
    /** Nobody named anything. */
    SocketNames NONE = socket -> Optional.empty();

    /** The name of the socket with this number, the latest that had it. */
    Optional<String> of(int socket);
}
