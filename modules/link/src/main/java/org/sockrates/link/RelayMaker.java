package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Makes the relay that stands before a server, or none. */
@FunctionalInterface
interface RelayMaker {
    /** Clients connect to the server itself. */
    RelayMaker NONE = server -> null;

    @Nullable
    Relay before(InetSocketAddress server) throws IOException;
}
