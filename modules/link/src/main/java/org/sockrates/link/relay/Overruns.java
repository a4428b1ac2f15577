package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The datagrams that the system threw away at a relay's sockets, since they came faster than it read. With a socket goes
 * the system's own count: of one that is closed, it is what was told last. It never gets less.
 */
final class Overruns {
    private final Overflows overflows;
    private final Map<InetSocketAddress, Long> open = new HashMap<>();
    private long ofClosed;

    Overruns(Overflows overflows) {
        this.overflows = overflows;
    }

    /** @param socket by its own address, which nobody else has */
    synchronized void opened(InetSocketAddress socket) {
        open.put(socket, 0L);
    }

    synchronized void closed(InetSocketAddress socket) {
        Long told = open.remove(socket);
        ofClosed += told == null ? 0 : told;
    }

    /** How many in all; asks anew. */
    synchronized long count() {
        overflows
                .of(Set.copyOf(open.keySet()))
                .forEach((socket, told) -> open.computeIfPresent(socket, (same, before) -> Math.max(before, told)));
        return ofClosed + open.values().stream().mapToLong(Long::longValue).sum();
    }
}
