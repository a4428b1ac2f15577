package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.sockrates.link.Overflows;

/**
 * The datagrams that the system threw away at a relay's sockets, since they came faster than it read. With a socket goes
 * the system's own count: of one that is closed, it is what was told last. It never gets less. Who opens and closes sockets
 * does not wait for who asks the system.
 */
final class Overruns {
    private final Overflows overflows;
    private final Map<InetSocketAddress, AtomicLong> open = new HashMap<>();
    private long ofClosed;

    Overruns(Overflows overflows) {
        this.overflows = overflows;
    }

    /** @param socket by its own address, which nobody else has */
    synchronized void opened(InetSocketAddress socket) {
        open.put(socket, new AtomicLong());
    }

    synchronized void closed(InetSocketAddress socket) {
        AtomicLong told = open.remove(socket);
        ofClosed += told == null ? 0 : told.get();
    }

    /** How many in all; asks anew. */
    long count() {
        Map<InetSocketAddress, AtomicLong> asked = nowOpen();
        return countWith(asked, overflows.of(asked.keySet()));
    }

    private synchronized Map<InetSocketAddress, AtomicLong> nowOpen() {
        return Map.copyOf(open);
    }

    /** The answer about one that was closed meanwhile is lost with it: another may have its address by now. */
    private synchronized long countWith(
            Map<InetSocketAddress, AtomicLong> asked, Map<InetSocketAddress, Long> answers) {
        asked.forEach((socket, told) -> told.accumulateAndGet(answers.getOrDefault(socket, 0L), Math::max));
        return ofClosed + open.values().stream().mapToLong(AtomicLong::get).sum();
    }
}
