package org.sockrates.link;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;

/** Who tells what the system threw away of the datagrams that had reached a socket, because its receive buffer was full. */
@FunctionalInterface
public interface Overflows {
    /** Where nobody tells. */
    Overflows UNTOLD = sockets -> Map.of();

    /**
     * How many so far.
     *
     * @param sockets by their own addresses; what is told of one that was closed meanwhile does not count
     * @return datagrams by socket; without those of whom nobody tells
     */
    Map<InetSocketAddress, Long> of(Set<InetSocketAddress> sockets);
}
