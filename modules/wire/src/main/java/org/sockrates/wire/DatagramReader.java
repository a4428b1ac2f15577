package org.sockrates.wire;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.PacketHead;

/** Reads what a datagram says of itself, where a transport puts numbered packets into datagrams. Must be quick. */
@FunctionalInterface
public interface DatagramReader {
    /**
     * What it says; empty where it says nothing.
     *
     * @param from the port it comes from
     * @param to the port it goes to
     * @param datagram what UDP carries, position to limit; to be left as it is
     */
    Optional<PacketHead> head(int from, int to, ByteBuffer datagram);
}
