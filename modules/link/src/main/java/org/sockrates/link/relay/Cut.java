package org.sockrates.link.relay;

import java.net.InetSocketAddress;

/**
 * That a {@link TcpRelay} ended a connection by itself, as one of its ends saw it, which cannot tell that from its peer's own
 * doing.
 *
 * @param local the address of that end
 * @param remote the relay's address it had its connection with
 * @param fault the word of the fault that did it; empty where the relay itself was closed
 * @param reset whether it was reset, and not closed
 * @param already whether the peer's stream had ended before
 */
public record Cut(InetSocketAddress local, InetSocketAddress remote, String fault, boolean reset, boolean already) {}
