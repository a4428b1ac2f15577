package org.sockrates.transport.rdt.socket;

import java.net.InetSocketAddress;

/**
 * Who is at the other end of a connection, as seen from one port.
 *
 * @param number tells connections of one address apart
 */
record Peer(InetSocketAddress address, int number) {}
