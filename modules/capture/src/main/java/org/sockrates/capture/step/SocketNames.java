package org.sockrates.capture.step;

import java.util.Optional;

/** The names people gave to sockets. */
@FunctionalInterface
public interface SocketNames {
    /** Nobody named anything. */
    SocketNames NONE = (actor, socket) -> Optional.empty();

    /** The name of an actor's socket, the latest that had this number. */
    Optional<String> of(String actor, int socket);
}
