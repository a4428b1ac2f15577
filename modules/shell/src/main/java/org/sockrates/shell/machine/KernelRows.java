package org.sockrates.shell.machine;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;

/** What the kernel's socket table has at a port, of whatever protocol; nothing where nobody tells, as anywhere but on Linux. */
@FunctionalInterface
public interface KernelRows {
    /** The kernel's own, read anew for each question. */
    KernelRows NOW = port -> once(Set.of(port)).at(port);

    /** The kernel's own at one moment, at these ports. */
    static KernelRows once(Set<Integer> ports) {
        return of(KernelSockets.read(ports));
    }

    /** Of these only those of one protocol, which is quicker for UDP. */
    static KernelRows once(KernelProtocol only, Set<Integer> ports) {
        return of(KernelSockets.read(only, ports));
    }

    private static KernelRows of(Optional<KernelSockets> table) {
        List<KernelSocket> rows = table.map(KernelSockets::sockets).orElse(List.of());
        return port ->
                rows.stream().filter(row -> row.local().getPort() == port).toList();
    }

    List<KernelSocket> at(int port);

    /**
     * How many datagrams the kernel threw away that had reached a socket, because its receive buffer was full or their
     * checksums wrong; empty where nobody tells, and where it may be another's.
     *
     * @param own the socket's own address
     */
    default OptionalLong drops(InetSocketAddress own) {
        List<KernelSocket> found = inTheWay(KernelProtocol.UDP, own).limit(2).toList();
        return found.size() == 1 ? found.get(0).drops() : OptionalLong.empty();
    }

    /** Those who serve on a port of a protocol: first who is reached at an address, best who has that very one. */
    default List<KernelSocket> serving(KernelProtocol protocol, InetSocketAddress asked) {
        return of(protocol, asked.getPort())
                .filter(KernelSocket::serves)
                .sorted(Comparator.comparing((KernelSocket row) -> AddressMatch.at(row.local(), asked))
                        .thenComparing(row -> row.local().getAddress().isAnyLocalAddress()))
                .toList();
    }

    /** Who serves at an address, as far as addresses tell. */
    default Optional<KernelSocket> door(KernelProtocol protocol, InetSocketAddress asked) {
        return serving(protocol, asked).stream()
                .findFirst()
                .filter(row -> AddressMatch.at(row.local(), asked).possible());
    }

    /** Who has an address and hears one peer alone: a datagram of anybody else's is refused there. */
    default Optional<KernelSocket> deaf(InetSocketAddress asked) {
        return of(KernelProtocol.UDP, asked.getPort())
                .filter(row -> row.remote() != null && AddressMatch.at(row.local(), asked) == AddressMatch.SURELY)
                .findFirst();
    }

    /** Those whom a socket that wants an address finds in its way. */
    default Stream<KernelSocket> inTheWay(KernelProtocol protocol, InetSocketAddress wanted) {
        return of(protocol, wanted.getPort())
                .filter(row -> AddressMatch.inTheWay(row.local(), wanted).possible());
    }

    private Stream<KernelSocket> of(KernelProtocol protocol, int port) {
        return at(port).stream().filter(row -> row.protocol() == protocol);
    }
}
