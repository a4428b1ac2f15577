package org.sockrates.transport;

/** Where in its life a socket is, as its program sees it. The kernel's finer states are RFC 9293's. */
public enum Phase {
    /** It has no address and no peer. */
    CREATED,
    /** It has an address of its own. */
    BOUND,
    /** Peers may connect to it. */
    LISTENING,
    /** It has a peer, with or without a handshake. */
    CONNECTED,
    /** No call is possible any more: {@link Errno#EBADF}. */
    CLOSED
}
