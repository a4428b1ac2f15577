package org.sockrates.shell.look;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;

/**
 * One socket in the table.
 *
 * @param socket its number; 0 where it is a server's
 * @param job the number of the server's; 0 where it is one's own
 * @param state the kernel's, or what the program knows where the kernel tells nothing
 * @param receiveQueue bytes, or null where nobody tells
 * @param local its own address; null where it has none, or nobody tells
 * @param peer null where there is none
 * @param waiting told in place of what may be called next while a call waits
 * @param current whether {@code .} means it
 */
record StatusRow(
        int socket,
        int job,
        String name,
        String transport,
        String state,
        @Nullable Long receiveQueue,
        @Nullable Long sendQueue,
        @Nullable String local,
        @Nullable String peer,
        List<String> next,
        String waiting,
        boolean current) {
    private static final String OVER = "CLOSED";

    static StatusRow of(OpenSocket open, Optional<KernelSockets> table, Optional<OpenSocket> current) {
        Optional<KernelSockets> kernel = table.filter(known -> isAbout(open));
        InetSocketAddress local = open.local();
        InetSocketAddress remote = open.remote();
        Optional<KernelSocket> row = kernel.flatMap(known -> row(known, open, local, remote));
        boolean several = local != null
                && kernel.filter(known -> known.several(open.protocol(), local, remote))
                        .isPresent();
        boolean told = kernel.isPresent() && !several && (row.isPresent() || open.phase() != Phase.CONNECTED);
        String state = row.map(found -> found.state().word()).orElse(unlisted(open, kernel.isPresent()));
        return new StatusRow(
                open.number(),
                0,
                open.name(),
                open.transport(),
                state,
                told ? row.map(KernelSocket::receiveQueue).orElse(0L) : null,
                sendQueue(row, told, open),
                local == null ? row.map(found -> text(found.local(), open)).orElse(null) : text(local, open),
                remote == null ? null : text(remote, open),
                NextCalls.of(open, state.equals(OVER)),
                NextCalls.waiting(open),
                current.filter(open::equals).isPresent());
    }

    /** Whether it is a server's. */
    boolean isServers() {
        return job != 0;
    }

    /** Of a connection made in user space the kernel has only the datagrams: neither a state nor a stream. */
    private static boolean isAbout(OpenSocket open) {
        return !open.traits().builtOnDatagrams();
    }

    private static String text(InetSocketAddress address, OpenSocket open) {
        return CallText.address(address, open.family());
    }

    /** While it connects, a socket that nobody bound does not know its port yet; the kernel does. */
    private static Optional<KernelSocket> row(
            KernelSockets table,
            OpenSocket open,
            @Nullable InetSocketAddress local,
            @Nullable InetSocketAddress remote) {
        if (local != null) {
            boolean listens = open.phase() == Phase.LISTENING;
            return table.find(open.protocol(), local, remote) // who only is bound shares an address, and has no row
                    .filter(found -> listens || found.state() != KernelState.LISTEN);
        }
        return remote == null || !open.isKernels() ? Optional.empty() : table.connecting(remote);
    }

    private static @Nullable Long sendQueue(Optional<KernelSocket> row, boolean told, OpenSocket open) {
        if (!told) {
            return null;
        }
        return row.isEmpty()
                ? Long.valueOf(0)
                : sendQueue(row.get(), open.past().backlog());
    }

    /**
     * Of a socket that listens, as in ss, how many may wait; the kernel's table does not say.
     *
     * @param backlog that is kept, or 0
     */
    static @Nullable Long sendQueue(KernelSocket row, int backlog) {
        OptionalLong queue = row.sendQueue();
        if (queue.isPresent()) {
            return queue.getAsLong();
        }
        return backlog > 0 ? Long.valueOf(backlog) : null;
    }

    /**
     * TCP sockets that neither listen nor connect have no row in {@code /proc/net/tcp}; of newer kernels {@code ss -B} shows
     * them. Where the system makes the connections, one that is not in its table is over.
     */
    private static String unlisted(OpenSocket open, boolean kernel) {
        boolean over = kernel && open.isKernels();
        return switch (open.phase()) {
            case CREATED -> "CREATED";
            case BOUND -> "BOUND";
            case LISTENING -> "LISTEN";
            case CONNECTED -> over ? OVER : "CONNECTED";
            case CLOSED -> OVER;
        };
    }
}
