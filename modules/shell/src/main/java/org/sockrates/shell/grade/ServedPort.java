package org.sockrates.shell.grade;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelSockets;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.transport.CallText;

/** Who serves at a port of this machine, without asking him: a server would take the question for a client. */
record ServedPort(KernelProtocol protocol, int port) {
    private static final int CONNECT_MILLIS = 1000;

    /** A socket that serves. */
    record Place(KernelProtocol protocol, InetSocketAddress local) {
        /** {@code tcp 127.0.0.1:80}. */
        String told() {
            return protocol.word() + " " + CallText.address(local);
        }
    }

    /** Those of some sockets that serve, wherever it is. */
    static List<Place> among(Set<Long> inodes) {
        return KernelSockets.read().stream()
                .flatMap(table -> table.sockets().stream())
                .filter(row -> inodes.contains(row.inode()) && row.serves())
                .map(row -> new Place(row.protocol(), row.local()))
                .toList();
    }

    /** Where somebody serves at this port, whatever the host. */
    List<InetSocketAddress> places() {
        return rows(KernelSockets.read(Set.of(port)))
                .filter(KernelSocket::serves)
                .map(KernelSocket::local)
                .toList();
    }

    /**
     * Whether who asks at this address is heard.
     *
     * @throws MissingAbilityException when this machine does not tell
     */
    boolean at(InetAddress host) throws IOException {
        Optional<KernelSockets> table = KernelSockets.read(Set.of(port));
        if (table.isPresent()) {
            return rows(table)
                    .filter(KernelSocket::serves)
                    .map(row -> row.local().getAddress())
                    .anyMatch(address -> address.isAnyLocalAddress() || address.equals(host));
        }
        if (protocol == KernelProtocol.UDP) {
            throw new MissingAbilityException("grade: the kernel's table of sockets is not readable here"
                    + " (expected: Linux, to know when a datagram server is bound); grade its TCP labs");
        }
        return answers(host);
    }

    private boolean answers(InetAddress host) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Whether connections that are over still keep the port from being bound: TIME-WAIT (RFC 9293 §3.6.1). */
    boolean lingers() {
        return rows(KernelSockets.read(Set.of(port))).findAny().isPresent();
    }

    private Stream<KernelSocket> rows(Optional<KernelSockets> table) {
        return table.stream().flatMap(sockets -> sockets.sockets().stream()).filter(row -> row.protocol() == protocol);
    }

    /** The address, as it is shown. */
    String told(InetAddress host) {
        return CallText.address(new InetSocketAddress(host, port));
    }
}
