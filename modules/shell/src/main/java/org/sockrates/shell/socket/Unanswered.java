package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.PortOwner;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.OnTheWay;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.DurationText;

/** Why nobody answered a connect at all, until its time was over or the kernel gave up. */
final class Unanswered {
    private final Session session;
    private final OpenSocket socket;
    private final KernelRows kernel;
    private final Neighbours neighbours;

    Unanswered(Session session, OpenSocket socket, KernelRows kernel) {
        this.session = session;
        this.socket = socket;
        this.kernel = kernel;
        this.neighbours = new Neighbours(session, socket, kernel);
    }

    List<String> lines(SocketEvent connect) {
        Duration limit = socket.limit(Call.CONNECT, session.defaults().timeout());
        boolean ours = connect.endNanos() - connect.startNanos() >= limit.toNanos();
        String told = ours
                ? "no answer within " + DurationText.print(limit)
                : "the kernel gave up: no answer to the SYN, sent again and again (tcp_syn_retries)";
        return List.of(told + ": " + why(connect.peer(), connect.startNanos()));
    }

    private String why(@Nullable InetSocketAddress address, long since) {
        return neighbours
                .heldBack()
                .or(() -> neighbours.listeningAt(address).map(door -> own(door, address, since)))
                .or(() -> door(address, since))
                .or(() -> stranger(address, since))
                .orElseGet(() -> onTheWay(address, since, ", it is not there, or its backlog is full"));
    }

    private String onTheWay(@Nullable InetSocketAddress address, long since, String otherwise) {
        return OnTheWay.told(session, address, since, otherwise);
    }

    /** A door of this session: whether more wait there than its backlog says, if the kernel tells how many do. */
    private String own(OpenSocket door, @Nullable InetSocketAddress address, long since) {
        InetSocketAddress local = door.local();
        String full = "the backlog of " + door.label() + " is full";
        return Optional.ofNullable(local)
                .filter(own -> door.isKernels())
                .flatMap(own -> kernel.door(door.protocol(), own))
                .map(row -> row.receiveQueue() > door.past().backlog()
                        ? full + ", nobody accepts"
                        : onTheWay(address, since, ""))
                .orElseGet(() -> onTheWay(address, since, ", or " + full));
    }

    private Optional<String> door(@Nullable InetSocketAddress address, long since) {
        return Optional.ofNullable(address)
                .flatMap(asked -> new Crowd(session, socket.socket().transport(), asked, kernel).behindSilence(since));
    }

    /** Who has the port, and is silent because he speaks another transport: over datagrams nobody is refused for that. */
    private Optional<String> stranger(@Nullable InetSocketAddress address, long since) {
        if (address == null || !socket.traits().builtOnDatagrams()) {
            return Optional.empty();
        }
        Optional<OpenSocket> own = neighbours
                .ofThisProtocol(address.getPort())
                .filter(other -> !other.transport().equals(socket.transport()) && neighbours.standsAt(other, address))
                .findFirst();
        return own.map(other -> other.label() + " has the port, and speaks " + other.transport())
                .or(() -> kernel.door(socket.protocol(), session.place().behind(address))
                        .map(row -> onTheWay(
                                address,
                                since,
                                ", or whoever has the port speaks no " + socket.transport()
                                        + PortOwner.of(row)
                                                .map(owner -> ": " + owner)
                                                .orElse(""))));
    }
}
