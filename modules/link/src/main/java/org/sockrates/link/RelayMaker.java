package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Makes the relay that stands before a server. */
@FunctionalInterface
interface RelayMaker {
    Relay before(InetSocketAddress server, LinkSpec link) throws IOException;
}
