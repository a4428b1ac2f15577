package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import org.sockrates.link.LinkHost;

/**
 * A hop in user space between any client and one server, with a link in each way: {@link UdpRelay} for datagrams,
 * {@link TcpRelay} for streams. It runs in one thread of its own from the moment it is made. Not a proxy: it has no opinion
 * of what passes.
 */
public sealed interface Relay extends LinkHost permits TcpRelay, UdpRelay {
    /** The name of the transport it was made for. */
    String transport();

    /** Where clients connect to or send to. */
    InetSocketAddress listen();

    /** The server behind it. */
    InetSocketAddress target();
}
