package org.sockrates.transport;

/** Where in its life a socket is, as its program sees it. The kernel's finer states are RFC 9293's. */
public enum Phase {
    CREATED,
    BOUND,
    LISTENING,
    CONNECTED,
    CLOSED
}
