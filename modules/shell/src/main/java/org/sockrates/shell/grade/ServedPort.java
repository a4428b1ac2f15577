package org.sockrates.shell.grade;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SystemClock;

/**
 * Who serves at a port of this machine, without asking him: a server would take the question for a client. Where the kernel
 * does not tell, he is asked.
 */
record ServedPort(KernelProtocol protocol, int port) {
    private static final int CONNECT_MILLIS = 1000;
    private static final long SELDOM_NANOS = 250_000_000; // the table is long where much is in TIME-WAIT
    private static final Duration LINGERING = Duration.ofSeconds(70); // TIME-WAIT is 60 s on Linux

    /** A socket that serves. */
    record Place(KernelProtocol protocol, InetSocketAddress local) {
        /** {@code tcp 127.0.0.1:80}. */
        String told() {
            return protocol.word() + " " + CallText.address(local);
        }
    }

    /** At a port that nobody has. */
    static ServedPort anywhere(KernelProtocol protocol) throws IOException {
        if (protocol == KernelProtocol.TCP) {
            try (ServerSocket free = new ServerSocket(0)) {
                return new ServedPort(protocol, free.getLocalPort());
            }
        }
        try (DatagramSocket free = new DatagramSocket()) {
            return new ServedPort(protocol, free.getLocalPort());
        }
    }

    /**
     * Keeps it, until that is closed, from whoever asks the system for any port.
     *
     * @throws IOException when somebody has it already
     */
    Closeable kept() throws IOException {
        if (protocol == KernelProtocol.UDP) {
            return new DatagramSocket(port);
        }
        Socket bound = new Socket();
        try {
            bound.bind(new InetSocketAddress(port)); // it listens not, and so leaves nothing behind
            return bound;
        } catch (IOException taken) {
            bound.close();
            throw taken;
        }
    }

    /**
     * Waits until the port may be bound. The program before may have left connections in TIME-WAIT, and one that sets no
     * SO_REUSEADDR is not to blame.
     *
     * @throws IOException when somebody serves there
     */
    void awaitFree(Job job) throws IOException {
        List<InetSocketAddress> taken = places();
        if (!taken.isEmpty()) {
            throw new IOException("somebody serves at " + CallText.address(taken.get(0))
                    + " already (expected: nobody); end it, or leave out --port");
        }
        if (lingers()) {
            job.news("grade: port " + port + ": held by connections in TIME-WAIT; waiting, at most "
                    + LINGERING.toSeconds() + " s");
        }
        long until = SystemClock.INSTANCE.nanoTime() + LINGERING.toNanos();
        while (lingers() && SystemClock.INSTANCE.nanoTime() - until < 0) {
            pause(job, SELDOM_NANOS);
        }
    }

    /** A moment between two looks. */
    static void pause(Job job, long nanos) throws IOException {
        LockSupport.parkNanos(nanos);
        if (job.cancelled() || Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
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

    /** The sockets that serve at this port, by inode; none where the kernel does not tell. */
    Set<Long> servers() {
        return rows(KernelSockets.read(Set.of(port)))
                .filter(KernelSocket::serves)
                .map(KernelSocket::inode)
                .collect(Collectors.toSet());
    }

    /**
     * Whether who asks at this address is heard.
     *
     * @param others sockets that do not count, where the kernel tells
     * @throws MissingAbilityException when this machine does not tell
     */
    boolean at(InetAddress host, Set<Long> others) throws IOException {
        Optional<KernelSockets> table = KernelSockets.read(Set.of(port));
        if (table.isPresent()) {
            return rows(table)
                    .filter(row -> row.serves() && !others.contains(row.inode()))
                    .map(row -> row.local().getAddress())
                    .anyMatch(address -> address.isAnyLocalAddress() || address.equals(host));
        }
        if (protocol == KernelProtocol.UDP) {
            throw new MissingAbilityException("grade: the kernel's table of sockets is not readable here"
                    + " (expected: Linux, to know when a datagram server is bound); grade its TCP labs");
        }
        return answers(host);
    }

    /** Whether who asks at one of these addresses is heard. */
    boolean atAny(List<InetAddress> hosts, Set<Long> others) throws IOException {
        for (InetAddress host : hosts) {
            if (at(host, others)) {
                return true;
            }
        }
        return false;
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

    /** The addresses, as they are shown. */
    String told(List<InetAddress> hosts) {
        return hosts.stream()
                .map(host -> CallText.address(new InetSocketAddress(host, port)))
                .collect(Collectors.joining(" or "));
    }
}
