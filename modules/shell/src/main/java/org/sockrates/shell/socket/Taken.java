package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.Optional;
import org.sockrates.capture.KernelSocket;
import org.sockrates.shell.session.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.PortHolder;
import org.sockrates.shell.session.Session;

/** Who has a port that was wanted: a socket of the session, a program, or a connection that is closed and not over. */
final class Taken {
    private final Session session;
    private final OpenSocket socket;
    private final KernelRows kernel;

    Taken(Session session, OpenSocket socket, KernelRows kernel) {
        this.session = session;
        this.socket = socket;
        this.kernel = kernel;
    }

    /** @param wanted the address that could not be had */
    String line(InetSocketAddress wanted) {
        return new Neighbours(session, socket, kernel)
                .havers(wanted)
                .filter(other -> !other.equals(socket))
                .min(Comparator.comparing(other -> other.socket().remote() != null))
                .map(mine -> mine.label() + " of this session has it: try another port, or  close " + mine.word())
                .orElseGet(() -> byTheKernel(wanted));
    }

    private String byTheKernel(InetSocketAddress wanted) {
        Optional<PortHolder> holder = PortHolder.of(kernel, socket.protocol(), wanted);
        return holder.flatMap(each -> each.left(otherEnd(each.row())))
                .orElseGet(() -> holder.flatMap(PortHolder::owner).orElse("somebody outside this session")
                        + " has it; try another port, or 0 for any");
    }

    /** {@code , alice (4),} where it is a socket of this session. */
    private String otherEnd(KernelSocket row) {
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
