package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.link.relay.Relay;
import org.sockrates.shell.machine.AddressMatch;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;

/** Where a client is to ask: at a port that a line of its lab has captured. */
record Door(Session session, int port) {
    /** Whether who asks there comes to this port: to the same, or by links of the lab's. */
    boolean leadsTo(int other) {
        return reached().contains(other);
    }

    private Set<Integer> reached() {
        List<Relay> links = session.relays();
        Set<Integer> ports = new HashSet<>(Set.of(port));
        for (int hop = 0; hop < links.size(); hop++) {
            links.stream()
                    .filter(link -> ports.contains(link.listen().getPort()))
                    .forEach(link -> ports.add(link.target().getPort()));
        }
        return ports;
    }

    /**
     * Whether a socket of the lab's is bound there, or behind a link, and yet to listen, so that it refuses whoever asks now.
     */
    boolean isShut() {
        Set<Integer> reached = reached();
        List<OpenSocket> own = own(reached::contains);
        return own.stream().anyMatch(socket -> hears(socket, Phase.BOUND))
                && own.stream().noneMatch(socket -> hears(socket, Phase.LISTENING));
    }

    /**
     * The host a client is told: that of the place where the lab is, if it is heard there, or else the address that somebody serves
     * at, or is bound to.
     */
    InetAddress host() throws IOException {
        List<InetSocketAddress> served = Stream.concat(
                        own(bound -> bound == port).stream()
                                .map(OpenSocket::local)
                                .filter(Objects::nonNull),
                        KernelRows.NOW.at(port).stream()
                                .filter(KernelSocket::serves)
                                .map(KernelSocket::local))
                .toList();
        for (Family family : Family.values()) {
            InetAddress usual = session.place().there(family);
            InetSocketAddress there = session.place().behind(new InetSocketAddress(usual, port));
            if (served.isEmpty()
                    || served.stream()
                            .anyMatch(local -> AddressMatch.at(local, there).possible())) {
                return usual;
            }
        }
        return served.get(0).getAddress();
    }

    private static boolean hears(OpenSocket socket, Phase streams) {
        boolean connects = socket.traits().connectionOriented();
        return connects && socket.phase() == streams;
    }

    private List<OpenSocket> own(IntPredicate bound) {
        return session.sockets().all().stream()
                .filter(socket -> {
                    InetSocketAddress local = socket.local();
                    return local != null && bound.test(local.getPort());
                })
                .toList();
    }
}
