package org.sockrates.shell.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sockrates.shell.job.Attempt;
import org.sockrates.shell.job.Failure;
import org.sockrates.shell.job.MissingAbilityException;
import org.sockrates.shell.session.JournalEntry;
import org.sockrates.shell.session.KernelTable;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.UsageException;
import org.sockrates.wire.TcpInfo;
import org.sockrates.wire.TcpProbe;

/** The connections of a session: those of its sockets, then those its servers and clients have. */
final class KernelConnections {
    private KernelConnections() {}

    /** @throws MissingAbilityException where the kernel does not tell */
    static void require() throws IOException {
        Optional<String> missing = TcpProbe.missing();
        if (missing.isPresent()) {
            throw new MissingAbilityException("tcp: n/a: " + missing.get() + "; status  shows states without it");
        }
    }

    /** All of this moment. */
    static List<KernelConnection> all(Session session) throws IOException {
        require();
        List<TcpProbe> probes = new ArrayList<>(asked(TcpProbe::all));
        List<KernelConnection> all = new ArrayList<>();
        for (OpenSocket open : session.sockets().all()) {
            if (isConnected(open)) {
                Optional<TcpProbe> probe = probes.stream()
                        .filter(each -> each.isOf(open.local(), open.remote()))
                        .findFirst();
                probe.ifPresent(probes::remove);
                all.add(of(open, probe));
            }
        }
        List<JournalEntry> entries = session.journal().entries();
        for (TcpProbe probe : probes) {
            all.addAll(ofRole(entries, probe).stream().toList());
        }
        return all;
    }

    /** @throws UsageException when a socket has no connection */
    static KernelConnection one(OpenSocket open) throws IOException {
        return of(open, probe("show", open));
    }

    /**
     * Who asks about a socket; empty where the kernel has no such connection.
     *
     * @param verb for the message
     * @throws UsageException when a socket has no connection
     */
    static Optional<TcpProbe> probe(String verb, OpenSocket open) throws IOException {
        require();
        if (!isConnected(open)) {
            throw new UsageException("tcp: " + verb + ": " + open.label() + " is "
                    + (open.isKernels()
                            ? "no TCP connection (expected: one); make it one:  connect"
                            : "of " + open.transport() + " (expected: a TCP connection)"));
        }
        return asked(() -> TcpProbe.of(local(open), remote(open)));
    }

    /** Where the kernel cannot be asked now, that says nothing of a connection. */
    private static <T> T asked(Attempt<T> question) throws MissingAbilityException {
        try {
            return question.make();
        } catch (IOException unread) {
            throw new MissingAbilityException("tcp: n/a: the kernel cannot be asked now: " + Failure.reason(unread)
                    + " (expected: two descriptors left); close some sockets");
        }
    }

    private static boolean isConnected(OpenSocket open) {
        return open.isKernels() && open.remote() != null && open.local() != null;
    }

    private static KernelConnection of(OpenSocket open, Optional<TcpProbe> probe) {
        Optional<TcpInfo> info = probe.flatMap(TcpProbe::read);
        String state = info.map(TcpInfo::state).orElseGet(() -> left(open));
        return new KernelConnection(open.number(), open.name(), local(open), remote(open), state, info);
    }

    /** The state the kernel keeps of a connection that is no process's any more. */
    private static String left(OpenSocket open) {
        return KernelTable.row(open).map(row -> row.state().word()).orElse(KernelConnection.NONE);
    }

    private static InetSocketAddress local(OpenSocket open) {
        return Objects.requireNonNull(open.local());
    }

    private static InetSocketAddress remote(OpenSocket open) {
        return Objects.requireNonNull(open.remote());
    }

    /** Whose it is, the journal tells; what it does not know is no socket of this session. */
    private static Optional<KernelConnection> ofRole(List<JournalEntry> entries, TcpProbe probe) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            JournalEntry entry = entries.get(i);
            if (!entry.actor().equals(Session.SELF)
                    && probe.isOf(entry.event().local(), entry.event().peer())) {
                int socket = entry.event().socket();
                return probe.read()
                        .map(info -> new KernelConnection(
                                socket, entry.actor(), probe.local(), probe.remote(), info.state(), Optional.of(info)));
            }
        }
        return Optional.empty();
    }
}
