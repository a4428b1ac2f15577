package org.sockrates.shell.roles;

import java.io.Closeable;
import java.net.InetSocketAddress;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.EventListener;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.SocketEvent;

/**
 * What the kernel threw away of the datagrams that had reached somebody, because his own receive buffer was full: no link
 * lost them, and no server.
 */
final class FullBuffer implements EventListener, Closeable {
    private final Session session;
    private final String actor;
    private final KernelRows rows;
    private volatile @Nullable InetSocketAddress local;

    /** @param actor who has the socket */
    FullBuffer(Session session, String actor, KernelRows rows) {
        this.session = session;
        this.actor = actor;
        this.rows = rows;
        session.listen(this);
    }

    @Override
    public void heard(String who, SocketEvent event) {
        if (who.equals(actor) && event.local() != null) {
            local = event.local();
        }
    }

    /**
     * How many so far, while the socket is open; empty where nobody tells, where it may be another's, and where the wire
     * flipped bits: the kernel counts wrong checksums with them.
     */
    OptionalLong datagrams() {
        InetSocketAddress own = local;
        return own == null || session.place().spoils() ? OptionalLong.empty() : rows.drops(own);
    }

    @Override
    public void close() {
        session.unlisten(this);
    }
}
