package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.sockrates.transport.Family;

/** What the sockets of one transport share: the machine, what it stands on, and the ports that are not free yet. */
public final class Realm {
    private final Machine machine;
    private final Underlay underlay;
    private final Stations stations = new Stations();

    public Realm(Machine machine, Underlay underlay) {
        this.machine = machine;
        this.underlay = underlay;
    }

    boolean gathers() {
        return machine.gathers();
    }

    Underlay underlay() {
        return underlay;
    }

    Station station(Family family) throws IOException {
        return new Station(machine, underlay, stations, family);
    }

    /** A station of the same options, at no address yet, for the socket that has this one now. */
    Station another(Station instead, Family family, StreamOptions options) throws IOException {
        Station station = station(family);
        try {
            options.handDown(station.port());
        } catch (IOException refused) {
            station.port().close();
            throw refused;
        }
        instead.disown(underlay.clock().nanoTime());
        return station;
    }

    /** The station, bound; or the one that still has the address, since what was sent from there is still under way. */
    Station bound(Station station, InetSocketAddress local) throws IOException {
        Station closing = stations.takeOver(local);
        if (closing == null) {
            station.port().bind(local);
            return station;
        }
        station.port().close();
        return closing;
    }
}
