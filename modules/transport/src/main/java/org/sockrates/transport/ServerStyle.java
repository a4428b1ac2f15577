package org.sockrates.transport;

/** How a stream server serves more than one peer. A datagram server has one socket for all and needs no style. */
public enum ServerStyle {
    /** One peer after the other: the second waits in the backlog until the first is done. */
    ITERATIVE,
    /** A thread for each peer. */
    THREADS,
    /** A virtual thread for each peer (JEP 444), where this Java has them. */
    VIRTUAL,
    /** One thread that waits for all peers at once: {@code select(2)}. */
    SELECTOR
}
