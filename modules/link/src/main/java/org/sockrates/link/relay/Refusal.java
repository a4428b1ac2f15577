package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import org.sockrates.transport.Errno;

/**
 * That a {@link TcpRelay} could not continue a client's connection to its server, and so reset it.
 *
 * @param nanos when, on the relay's clock
 * @param entry where the client had connected to: the relay
 * @param errno how its own connect to the server failed
 */
public record Refusal(
        long nanos, InetSocketAddress client, InetSocketAddress entry, InetSocketAddress target, Errno errno) {}
