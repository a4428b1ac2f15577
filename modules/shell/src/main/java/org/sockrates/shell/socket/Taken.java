package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelSockets;
import org.sockrates.capture.KernelState;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.PortOwner;
import org.sockrates.shell.session.Session;

/** Who has a port that was wanted: a socket of the session, a program, or a connection that is closed and not over. */
final class Taken {
    private static final Set<KernelState> CLOSED = EnumSet.of(
            KernelState.FIN_WAIT_1,
            KernelState.FIN_WAIT_2,
            KernelState.CLOSING,
            KernelState.LAST_ACK,
            KernelState.TIME_WAIT);

    private final Session session;
    private final OpenSocket socket;

    Taken(Session session, OpenSocket socket) {
        this.session = session;
        this.socket = socket;
    }

    List<String> lines(int port) {
        Neighbours neighbours = new Neighbours(session, socket);
        Optional<OpenSocket> mine = neighbours
                .havers(port)
                .filter(other -> !other.equals(socket))
                .min(Comparator.comparing(other -> other.socket().remote() != null));
        if (mine.isPresent()) {
            return List.of(mine.get().label() + " of this session has it: try another port, or  close "
                    + mine.get().word());
        }
        Optional<KernelSocket> row = row(port);
        return row.filter(Taken::isClosed)
                .map(this::left)
                .orElseGet(() -> List.of(row.flatMap(PortOwner::of)
                                .map(owner -> owner + " has it")
                                .orElse("somebody outside this session has it")
                        + "; try another port, or 0 for any"));
    }

    /** Rather one that serves, then one that somebody holds, then one that is only waiting to be forgotten. */
    private Optional<KernelSocket> row(int port) {
        return KernelSockets.read(Set.of(port)).stream()
                .flatMap(table -> table.sockets().stream())
                .filter(row -> row.protocol() == socket.protocol())
                .min(Comparator.comparing((KernelSocket row) -> !row.serves())
                        .thenComparing(Taken::isClosed)
                        .thenComparing(row -> row.state() == KernelState.TIME_WAIT));
    }

    /** Whether no process holds it any more: its program closed it, and the protocol is not done. */
    private static boolean isClosed(KernelSocket row) {
        return row.inode() == 0 && CLOSED.contains(row.state());
    }

    private List<String> left(KernelSocket row) {
        String state = "this port is in " + row.state().word();
        String again = "it may be bound if both servers set SO_REUSEADDR";
        return switch (row.state()) {
            case TIME_WAIT -> List.of(state + "; " + again);
            case FIN_WAIT_2 -> List.of(state + ": the other end" + named(row) + " has not closed; " + again);
            default -> List.of(state + ": the other end" + named(row) + " has not acknowledged the FIN; " + again);
        };
    }

    private String named(KernelSocket row) {
        InetSocketAddress remote = row.remote();
        return remote == null
                ? ""
                : session.sockets().all().stream()
                        .filter(other -> other.protocol() == row.protocol())
                        .filter(other -> session.place()
                                .behind(remote)
                                .equals(other.socket().local()))
                        .findFirst()
                        .map(other -> ", " + other.label() + ",")
                        .orElse("");
    }
}
