package org.sockrates.shell.machine;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Transport;

/** Why no way leads from this machine to a peer, where the kernel said so: ENETUNREACH, EHOSTUNREACH or EINVAL. */
public record NoWay(Transport transport, InetSocketAddress peer) {
    /** Empty where the errno tells of something else. */
    public Optional<String> line(Errno errno) {
        return switch (errno) {
            case ENETUNREACH -> Optional.of(without());
            case EHOSTUNREACH -> Optional.of(unreached());
            case EINVAL -> broken().or(this::invalid);
            default -> Optional.empty();
        };
    }

    private String without() {
        return broken().orElseGet(() -> toAGroup()
                ? "no route leads to this group"
                : "no route of this machine leads there" + (connects() ? ", or ICMP said so" : ""));
    }

    /** What is the matter whatever routes there are: the loopback interface, or a connection to more than one. */
    public Optional<String> broken() {
        Optional<String> down =
                peer.getAddress().isLoopbackAddress() ? ThisMachine.withoutLoopback() : Optional.empty();
        return down.isPresent() || !connects() || !(toAGroup() || Forbidden.isBroadcast(peer.getAddress()))
                ? down
                : Optional.of(transport.name() + " has exactly two ends, never a group");
    }

    /**
     * There is a route, and no way to the host all the same; of this machine's own addresses there always is. A datagram
     * nobody answers for is no error: Linux tells of none that the address was nobody's.
     */
    private String unreached() {
        if (!connects()) {
            return "an unreachable route of this machine leads there";
        }
        if (OwnAddresses.has(peer.getAddress())) {
            return "a firewall rejects it (ICMP)";
        }
        return transport.traits().builtOnDatagrams()
                ? "an unreachable route of this machine leads there, or a firewall rejects it (ICMP)"
                : "nobody has that address, or a route or firewall rejects:  explain EHOSTUNREACH";
    }

    /** A route is known and not taken; empty where it must be something else, as of this machine's own addresses. */
    private Optional<String> invalid() {
        return OwnAddresses.has(peer.getAddress())
                ? Optional.empty()
                : Optional.of("the kernel takes no such address, or a blackhole route leads there");
    }

    public boolean toAGroup() {
        return peer.getAddress().isMulticastAddress();
    }

    private boolean connects() {
        return transport.traits().connectionOriented();
    }
}
