package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;

/** The way past what lies between the ends of a place: who asks a server at an address of its own takes it. */
public final class Bypass {
    private Bypass() {}

    /**
     * That nothing between the ends sees what goes to an address, and which address leads to the same server through it.
     *
     * @param kernel who serves there: of one at all addresses any of this machine's is its own
     */
    public static Optional<String> told(
            Place place, KernelProtocol protocol, InetSocketAddress peer, KernelRows kernel) {
        try {
            Family family = Family.of(peer.getAddress()); // of an IPv4 address in IPv6's clothes that of IPv4
            InetAddress here = place.here(family);
            InetAddress there = place.there(family);
            return !there.equals(here)
                            && !there.equals(peer.getAddress())
                            && (here.equals(peer.getAddress()) || isAtAny(protocol, peer, kernel))
                    ? Optional.of("this way the " + place.path() + " sees nothing of it; by " + CallText.host(there)
                            + ", or without a host, it does")
                    : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static boolean isAtAny(KernelProtocol protocol, InetSocketAddress peer, KernelRows kernel) {
        return kernel.serving(protocol, peer).stream()
                .findFirst()
                .filter(row -> row.local().getAddress().isAnyLocalAddress())
                .isPresent();
    }

    /** The address by which somebody at an address is reached through what lies between; its own where nothing does. */
    static InetSocketAddress through(Place place, InetSocketAddress local) {
        try {
            Family family = Family.of(local.getAddress());
            return local.getAddress().equals(place.here(family))
                    ? new InetSocketAddress(place.there(family), local.getPort())
                    : local;
        } catch (IOException notThere) {
            return local;
        }
    }

    /**
     * What a server binds that is to be reached at an address; empty where it binds that one.
     *
     * @param reached as who asks types it
     */
    public static Optional<String> toBind(Place place, InetAddress reached) {
        InetAddress own = place.behind(new InetSocketAddress(reached, 0)).getAddress();
        String any = Family.of(own) == Family.AF_INET ? "0.0.0.0" : "::";
        return own.equals(reached)
                ? Optional.empty()
                : Optional.of("to be reached at " + CallText.host(reached) + ", a server binds " + CallText.host(own)
                        + ", or " + any);
    }
}
