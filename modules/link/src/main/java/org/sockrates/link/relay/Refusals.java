package org.sockrates.link.relay;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;

/** The last clients a relay did not get to its server, oldest first. Any thread may look. */
final class Refusals {
    private static final int MOST = 64;

    private final ArrayDeque<Refusal> last = new ArrayDeque<>();

    synchronized void add(Refusal refusal) {
        served(refusal.client());
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(refusal);
    }

    /** Who comes again from the same port is another connection. */
    synchronized void served(InetSocketAddress client) {
        last.removeIf(refusal -> refusal.client().equals(client));
    }

    synchronized List<Refusal> all() {
        return List.copyOf(last);
    }
}
