package org.sockrates.transport.rdt.socket;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stations whose sockets are closed, and whose last words are not acknowledged yet. A new socket may have the port all the
 * same, as {@code SO_REUSEADDR} lets it for TCP: it takes the station over. A station's monitor is taken before this one's.
 */
final class Stations {
    private final Map<InetSocketAddress, Station> closing = new HashMap<>();

    synchronized void keep(Station station) {
        InetSocketAddress local = station.port().local();
        if (local != null) {
            closing.put(local, station);
        }
    }

    synchronized void forget(Station station) {
        closing.values().remove(station);
    }

    /** The station that still has this address, now owned again; or null. */
    @Nullable
    Station takeOver(InetSocketAddress local) {
        Station known;
        synchronized (this) {
            known = closing.get(local);
        }
        if (known == null) {
            return null;
        }
        synchronized (known.port()) {
            if (known.isOwned() || !known.port().isOpen()) {
                return null;
            }
            known.own();
            forget(known);
            return known;
        }
    }
}
