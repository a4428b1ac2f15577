package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Function;
import org.sockrates.link.LinkSpec;
import org.sockrates.transport.PacketHead;

/** Makes the relay that stands before a server. */
@FunctionalInterface
interface RelayMaker {
    /**
     * A new relay, which runs.
     *
     * @param heads reads what a datagram says of itself
     */
    Relay before(InetSocketAddress server, LinkSpec link, Function<ByteBuffer, Optional<PacketHead>> heads)
            throws IOException;
}
