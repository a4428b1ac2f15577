package org.sockrates.capture.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kernel's own socket table at one moment: what {@code ss -antu} shows of this network namespace. A snapshot: rows of
 * sockets that opened or closed while it was read may be missing. What the kernel shows twice meanwhile counts once, as it
 * was last.
 */
public final class KernelSockets {
    private static final Path PROC = Path.of("/proc/net");
    private static final int MOST_ROWS = 100_000;
    private static final Set<KernelProtocol> ALL = EnumSet.allOf(KernelProtocol.class);

    private final List<KernelSocket> sockets;

    /** What one socket keeps whatever becomes of it; a connection of TCP's has its addresses alone, whoever holds it. */
    private record Identity(
            KernelProtocol protocol,
            InetSocketAddress local,
            @Nullable InetSocketAddress remote,
            long inode) {
        static Identity of(KernelSocket row) {
            boolean connection = row.protocol() == KernelProtocol.TCP && row.remote() != null;
            return new Identity(row.protocol(), row.local(), row.remote(), connection ? 0 : row.inode());
        }
    }

    private KernelSockets(Collection<KernelSocket> sockets) {
        this.sockets = List.copyOf(sockets);
    }

    /** The table now; empty where there is no {@code /proc/net}, that is, on anything but Linux. */
    public static Optional<KernelSockets> read() {
        return read(PROC, ByteOrder.nativeOrder(), MOST_ROWS, ALL, port -> true);
    }

    /** Only the rows of these local ports: on a busy machine the table is long, and most of it TIME-WAIT. */
    public static Optional<KernelSockets> read(Set<Integer> localPorts) {
        return read(PROC, ByteOrder.nativeOrder(), MOST_ROWS, ALL, localPorts::contains);
    }

    /** Of these only the rows of one protocol: no TIME-WAIT is read where it is UDP's. */
    public static Optional<KernelSockets> read(KernelProtocol only, Set<Integer> localPorts) {
        return read(PROC, ByteOrder.nativeOrder(), MOST_ROWS, EnumSet.of(only), localPorts::contains);
    }

    /** The table in files of {@code /proc/net}'s names below a folder; empty if none is there. */
    static Optional<KernelSockets> read(
            Path folder, ByteOrder order, int mostRows, Set<KernelProtocol> protocols, IntPredicate localPort) {
        Map<Identity, KernelSocket> rows = new LinkedHashMap<>();
        boolean found = false;
        for (KernelProtocol protocol : protocols) {
            ProcNetTable table = new ProcNetTable(protocol, order);
            for (String name : List.of(protocol.word(), protocol.word() + "6")) {
                found |= read(folder.resolve(name), line -> {
                    if (localPort.test(ProcNetTable.localPort(line))) {
                        table.row(line).ifPresent(row -> rows.put(Identity.of(row), row));
                    }
                    return rows.size() < mostRows;
                });
            }
        }
        return found ? Optional.of(new KernelSockets(rows.values())) : Optional.empty();
    }

    private static boolean read(Path file, Predicate<String> wantsMore) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String line = lines.readLine();
            while (line != null && wantsMore.test(line)) {
                line = lines.readLine();
            }
            return true;
        } catch (IOException notHere) {
            return false;
        }
    }

    /** Every row: tcp before udp, in the kernel's order. */
    public List<KernelSocket> sockets() {
        return sockets;
    }

    /**
     * The row of a socket. With a peer, the row that is connected to it; without one, the row that has no peer.
     *
     * @param local the socket's own address; the wildcards of IPv4 and IPv6 count as one, and whoever connects from one has
     *     some address there
     */
    public Optional<KernelSocket> find(
            KernelProtocol protocol, InetSocketAddress local, @Nullable InetSocketAddress remote) {
        return rows(protocol, local, remote).findFirst();
    }

    /**
     * Whether several sockets have these addresses, as SO_REUSEPORT lets them, and of UDP SO_REUSEADDR: no row says whose it
     * is.
     */
    public boolean several(KernelProtocol protocol, InetSocketAddress local, @Nullable InetSocketAddress remote) {
        return rows(protocol, local, remote).limit(2).count() > 1;
    }

    private Stream<KernelSocket> rows(
            KernelProtocol protocol, InetSocketAddress local, @Nullable InetSocketAddress remote) {
        return sockets.stream()
                .filter(row -> row.protocol() == protocol)
                .filter(row -> same(row.local(), local) || (remote != null && isOneOf(row.local(), local)))
                .filter(row -> remote == null ? row.remote() == null : same(row.remote(), remote));
    }

    /**
     * The row of a TCP socket that has sent a SYN to that peer and is not connected yet; of several, one. Also in a
     * simultaneous open (RFC 9293 §3.5): whom a listener has heard of has no socket yet, and so no inode.
     */
    public Optional<KernelSocket> connecting(InetSocketAddress remote) {
        return sockets.stream()
                .filter(row -> row.state() == KernelState.SYN_SENT
                        || (row.state() == KernelState.SYN_RECV && row.inode() != 0))
                .filter(row -> same(row.remote(), remote))
                .findFirst();
    }

    private static boolean isOneOf(InetSocketAddress chosen, InetSocketAddress asked) {
        return asked.getAddress().isAnyLocalAddress() && asked.getPort() == chosen.getPort();
    }

    private static boolean same(@Nullable InetSocketAddress one, InetSocketAddress other) {
        if (one == null || one.getPort() != other.getPort() || other.isUnresolved()) {
            return false;
        }
        boolean wild =
                one.getAddress().isAnyLocalAddress() && other.getAddress().isAnyLocalAddress();
        return wild || one.getAddress().equals(other.getAddress());
    }
}
