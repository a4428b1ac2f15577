package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.KernelSockets;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.PortOwner;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.ThisMachine;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.DurationText;

/** Why nobody answered a connect at all, until its time was over or the kernel gave up. */
final class Unanswered {
    private static final String VANISH = "packets to it vanish on the way";

    private final Session session;
    private final OpenSocket socket;
    private final Neighbours neighbours;

    Unanswered(Session session, OpenSocket socket) {
        this.session = session;
        this.socket = socket;
        this.neighbours = new Neighbours(session, socket);
    }

    List<String> lines(SocketEvent connect) {
        Duration limit = session.defaults().timeout();
        boolean ours = connect.endNanos() - connect.startNanos() >= limit.toNanos();
        String told = ours
                ? "no answer within " + DurationText.print(limit)
                : "the kernel gave up: no answer to the SYN, sent again and again (tcp_syn_retries)";
        return List.of(told + ": " + why(connect.peer()));
    }

    private String why(@Nullable InetSocketAddress address) {
        return neighbours
                .heldBack()
                .or(() -> neighbours.listeningAt(address).map(Unanswered::own))
                .or(() -> stranger(address))
                .or(() -> door(address))
                .orElse(VANISH + ", it is not there, or its backlog is full");
    }

    /** A door of this session: whether more wait there than its backlog says, or nobody tells how many do. */
    private static String own(OpenSocket door) {
        InetSocketAddress local = door.socket().local();
        boolean room = local != null
                && door.isKernels()
                && KernelSockets.read(Set.of(local.getPort()))
                        .flatMap(table -> table.find(door.protocol(), local, null))
                        .filter(row -> row.receiveQueue() <= door.past().backlog())
                        .isPresent();
        return room ? VANISH : "the backlog of " + door.label() + " is full, nobody accepts";
    }

    /** Somebody else's door on this machine: how many wait there the kernel tells, and not how many may. */
    private Optional<String> door(@Nullable InetSocketAddress address) {
        if (address == null || !socket.isKernels()) {
            return Optional.empty();
        }
        InetSocketAddress reached = session.place().behind(address);
        if (!ThisMachine.has(reached.getAddress())) {
            return Optional.empty();
        }
        return KernelSockets.read(Set.of(reached.getPort()))
                .flatMap(table -> table.listening(reached))
                .map(row -> row.receiveQueue() == 0
                        ? VANISH
                        : "the backlog of " + CallText.address(row.local()) + " seems full, "
                                + waiting(row.receiveQueue()) + " for accept");
    }

    private static String waiting(long connections) {
        return connections == 1 ? "1 connection waits" : connections + " connections wait";
    }

    /** Who has the port, and is silent because he speaks another transport: over datagrams nobody is refused for that. */
    private Optional<String> stranger(@Nullable InetSocketAddress address) {
        if (address == null || !socket.socket().transport().traits().builtOnDatagrams()) {
            return Optional.empty();
        }
        Optional<OpenSocket> own = neighbours
                .havers(address.getPort())
                .filter(other ->
                        !other.transport().equals(socket.transport()) && neighbours.isReachedAt(other, address))
                .findFirst();
        return own.map(other -> other.label() + " has the port, and speaks " + other.transport())
                .or(() -> neighbours
                        .serving(address.getPort(), true)
                        .map(row -> VANISH + ", or whoever has the port speaks no "
                                + socket.transport()
                                + PortOwner.of(row).map(owner -> ": " + owner).orElse("")));
    }
}
