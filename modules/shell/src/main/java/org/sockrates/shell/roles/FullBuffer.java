package org.sockrates.shell.roles;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.link.PacketHost;
import org.sockrates.shell.machine.AddressMatch;
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
    private final Optional<PacketHost> wire;
    private volatile @Nullable InetSocketAddress local;

    /** @param actor who has the socket */
    FullBuffer(Session session, String actor, KernelRows rows) throws IOException {
        this.session = session;
        this.actor = actor;
        this.rows = rows;
        wire = session.place().link();
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
        if (own == null || (wire.isPresent() && wire.get().report().corrupted() > 0)) {
            return OptionalLong.empty();
        }
        List<KernelSocket> found = rows.at(own.getPort()).stream()
                .filter(row -> row.protocol() == KernelProtocol.UDP
                        && AddressMatch.inTheWay(row.local(), own).possible())
                .toList();
        return found.size() == 1 ? found.get(0).drops() : OptionalLong.empty();
    }

    @Override
    public void close() {
        session.unlisten(this);
    }
}
