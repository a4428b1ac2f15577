package org.sockrates.shell.session;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.ServedAddress;

/** The kernel's socket table at the ports of a session's own: read once for all of them, or for one. */
public final class KernelTable {
    private KernelTable() {}

    /**
     * What it has of sockets, and of those jobs that serve.
     *
     * @return empty where there is nobody to ask for, or nobody who tells, as anywhere but on Linux
     */
    public static Optional<KernelSockets> of(List<OpenSocket> sockets, List<Job> jobs) {
        List<ServedAddress> served =
                jobs.stream().flatMap(job -> job.serving().stream()).toList();
        if (sockets.isEmpty() && served.isEmpty()) {
            return Optional.empty();
        }
        if (sockets.stream().anyMatch(KernelTable::connectsFromAnywhere)) {
            return KernelSockets.read();
        }
        Set<Integer> ports = Stream.concat(
                        sockets.stream().map(OpenSocket::local), served.stream().map(ServedAddress::address))
                .filter(Objects::nonNull)
                .map(InetSocketAddress::getPort)
                .collect(Collectors.toSet());
        return KernelSockets.read(ports);
    }

    /** The row of one that has an address; empty where it has none, and where nobody tells. */
    public static Optional<KernelSocket> row(OpenSocket socket) {
        return Optional.ofNullable(socket.local())
                .flatMap(local -> KernelSockets.read(Set.of(local.getPort()))
                        .flatMap(table -> table.find(socket.protocol(), local, socket.remote())));
    }

    private static boolean connectsFromAnywhere(OpenSocket socket) {
        return socket.local() == null && socket.remote() != null;
    }
}
