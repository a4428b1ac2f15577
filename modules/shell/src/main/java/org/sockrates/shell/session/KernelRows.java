package org.sockrates.shell.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelSockets;

/** What the kernel's socket table has at a port, of whatever protocol; nothing where nobody tells, as anywhere but on Linux. */
@FunctionalInterface
public interface KernelRows {
    /** The kernel's own, read anew for each question. */
    KernelRows NOW =
            port -> KernelSockets.read(Set.of(port)).map(KernelSockets::sockets).orElse(List.of());

    List<KernelSocket> at(int port);

    /** Those who serve on a port of a protocol: first who is reached at an address, best who has that very one. */
    default List<KernelSocket> serving(KernelProtocol protocol, InetSocketAddress asked) {
        return of(protocol, asked.getPort())
                .filter(KernelSocket::serves)
                .sorted(Comparator.comparing((KernelSocket row) -> !mayBeReached(row.local(), asked.getAddress()))
                        .thenComparing(row -> !isReached(row.local(), asked.getAddress()))
                        .thenComparing(row -> row.local().getAddress().isAnyLocalAddress()))
                .toList();
    }

    /** Who serves at an address, as far as addresses tell. */
    default Optional<KernelSocket> door(KernelProtocol protocol, InetSocketAddress asked) {
        return serving(protocol, asked).stream()
                .findFirst()
                .filter(row -> mayBeReached(row.local(), asked.getAddress()));
    }

    /** Those whom a socket that wants an address finds in its way. */
    default Stream<KernelSocket> inTheWay(KernelProtocol protocol, InetSocketAddress wanted) {
        return of(protocol, wanted.getPort()).filter(row -> collide(row.local(), wanted));
    }

    private Stream<KernelSocket> of(KernelProtocol protocol, int port) {
        return at(port).stream().filter(row -> row.protocol() == protocol);
    }

    /** Whether whoever asks for an address comes to a socket that has this one. */
    static boolean isReached(InetSocketAddress local, InetAddress asked) {
        InetAddress own = local.getAddress();
        return own.equals(asked)
                || (own.isAnyLocalAddress() && own.getClass() == asked.getClass() && ThisMachine.has(asked));
    }

    /** The same, or it may be: of a socket at any address of IPv6 nobody tells whether it takes IPv4, too. */
    static boolean mayBeReached(InetSocketAddress local, InetAddress asked) {
        InetAddress own = local.getAddress();
        return isReached(local, asked)
                || (own.isAnyLocalAddress() && own instanceof Inet6Address && ThisMachine.has(asked));
    }

    /** Whether two sockets cannot both have the port: at one address, or one of them at all of that family. */
    static boolean collide(InetSocketAddress one, InetSocketAddress other) {
        return one.getPort() == other.getPort()
                && (one.getAddress().equals(other.getAddress())
                        || covers(one.getAddress(), other.getAddress())
                        || covers(other.getAddress(), one.getAddress()));
    }

    private static boolean covers(InetAddress all, InetAddress one) {
        return all.isAnyLocalAddress() && (all instanceof Inet6Address || all.getClass() == one.getClass());
    }
}
