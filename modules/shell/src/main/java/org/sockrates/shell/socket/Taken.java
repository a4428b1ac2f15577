package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.shell.session.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.PortHolder;
import org.sockrates.shell.session.Session;

/** Who has a port that a socket of the session wanted. */
final class Taken {
    private static final String REUSE = "SO_REUSEADDR";

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
        boolean reuses = "on".equals(socket.socket().options().get(REUSE));
        return new PortHolder(session, kernel)
                .line(new PortHolder.Wish(socket.protocol(), wanted, reuses), Optional.of(socket));
    }
}
