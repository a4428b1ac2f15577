package org.sockrates.link;

import java.net.InetSocketAddress;

/**
 * The four addresses of one way through a relay. A relay has two faces, so neither end sees the other's own address: this
 * is how they are known to belong together.
 *
 * @param from the sender: a client, or the server behind the relay
 * @param entry the relay's address it sends to
 * @param exit the relay's address the receiver sees it come from
 * @param to whom it is meant for: the server, or a client
 */
public record Hop(InetSocketAddress from, InetSocketAddress entry, InetSocketAddress exit, InetSocketAddress to) {
    /** The way of the answers. */
    public Hop back() {
        return new Hop(to, exit, entry, from);
    }
}
