package org.sockrates.shell.socket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.KernelSocket;
import org.sockrates.capture.KernelSockets;
import org.sockrates.shell.session.Absence;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.ThisMachine;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;

/** Who else is there: other sockets of the session, and on Linux the kernel's table, seen from one socket. */
final class Neighbours {
    private final Session session;
    private final OpenSocket socket;

    Neighbours(Session session, OpenSocket socket) {
        this.session = session;
        this.socket = socket;
    }

    /** The socket of this session that is the other end. */
    Optional<OpenSocket> peer() {
        InetSocketAddress local = socket.socket().local();
        InetSocketAddress remote = socket.socket().remote();
        return session.sockets().all().stream()
                .filter(other -> local != null && remote != null)
                .filter(other -> Objects.equals(other.socket().local(), behind(remote))
                        && Objects.equals(behind(other.socket().remote()), local))
                .findFirst();
    }

    /** The kernel's row of the other end, where it is on this machine. */
    Optional<KernelSocket> otherEnd() {
        InetSocketAddress local = socket.socket().local();
        InetSocketAddress remote = behind(socket.socket().remote());
        return local == null || remote == null
                ? Optional.empty()
                : KernelSockets.read(Set.of(remote.getPort())).stream()
                        .flatMap(table -> table.sockets().stream())
                        .filter(row -> row.protocol() == socket.protocol()
                                && remote.equals(row.local())
                                && local.equals(behind(row.remote())))
                        .findFirst();
    }

    private @Nullable InetSocketAddress behind(@Nullable InetSocketAddress reached) {
        return reached == null ? null : session.place().behind(reached);
    }

    /** The socket of this session that listens where this one is connected to, and has not accepted it. */
    Optional<OpenSocket> door() {
        InetSocketAddress remote = socket.socket().remote();
        return peer().isPresent() ? Optional.empty() : listeningAt(remote);
    }

    /** Who else waits where this one is connected to, for a server that may not have accepted this one either. */
    Optional<String> crowd() {
        InetSocketAddress remote = socket.socket().remote();
        return remote == null
                ? Optional.empty()
                : Absence.ofAccept(session, socket.protocol(), session.place().behind(remote));
    }

    /** Another socket of this session that shares this datagram socket's port. */
    Optional<OpenSocket> sharer() {
        InetSocketAddress local = socket.socket().local();
        return connects() || local == null
                ? Optional.empty()
                : at(local.getPort()).filter(other -> !other.equals(socket)).findFirst();
    }

    /** A socket of this session that listens, if there is one. */
    Optional<OpenSocket> listening() {
        return session.sockets().all().stream()
                .filter(other -> other.socket().phase() == Phase.LISTENING)
                .findFirst();
    }

    /** Why nobody answered at an address, by refusing. */
    List<String> nobodyAt(InetSocketAddress address, Call call) {
        String mine = socket.transport();
        Optional<OpenSocket> bound = unconnectedAt(address);
        if (bound.isPresent() && bound.get().socket().phase() == Phase.BOUND && connects()) {
            OpenSocket door = bound.get();
            return List.of(door.label() + " is bound there but not listening: try  listen " + door.word());
        }
        Optional<KernelSocket> elsewhere = serving(address.getPort(), true);
        if (elsewhere.isPresent()) {
            return List.of(somebodyAt(elsewhere.get().local(), address));
        }
        Optional<KernelSocket> other = serving(address.getPort(), false);
        if (other.isPresent()) {
            String theirs = other.get().protocol().word();
            String below = socket.protocol().word();
            return List.of("only " + theirs + " has somebody on port " + address.getPort() + "; " + mine
                    + (mine.equals(below) ? "" : " travels over " + below + ", which") + " has ports of its own");
        }
        String where = CallText.address(address);
        String start = Absence.at(session, mine, address)
                .map(absence -> "; " + absence)
                .orElse("");
        return List.of(
                connects() || call == Call.CONNECT
                        ? "nobody listens on " + where + start
                        : "an earlier datagram met a closed port: nobody is bound to " + where + start);
    }

    private String somebodyAt(InetSocketAddress local, InetSocketAddress asked) {
        if (!isDoorOf(local.getAddress(), session.place().behind(asked).getAddress())) {
            return "on this port somebody is at " + CallText.address(local) + ", not at " + CallText.address(asked);
        }
        return connects()
                ? "somebody listens there: a firewall refused it, or it came too early"
                : "an earlier datagram was refused, by a firewall, or because nobody was bound there yet";
    }

    /** Of a door at any address of IPv6 nobody tells whether it takes IPv4, too. */
    private static boolean isDoorOf(InetAddress local, InetAddress asked) {
        return local.equals(asked)
                || (local.isAnyLocalAddress() && local.getClass() == asked.getClass() && ThisMachine.has(asked));
    }

    /** Why nothing at all comes over the link that lies between, and what to do; empty where it lets packets pass. */
    Optional<String> heldBack() {
        return session.place().paused() ? Optional.of("the link is paused; try  link resume") : Optional.empty();
    }

    private boolean connects() {
        return socket.socket().transport().traits().connectionOriented();
    }

    /** The socket of this session that listens at an address. */
    Optional<OpenSocket> listeningAt(@Nullable InetSocketAddress address) {
        return address == null
                ? Optional.empty()
                : unconnectedAt(address).filter(door -> door.socket().phase() == Phase.LISTENING);
    }

    private Optional<OpenSocket> unconnectedAt(InetSocketAddress address) {
        return at(address.getPort())
                .filter(other -> other.socket().remote() == null && isReachedAt(other, address))
                .findFirst();
    }

    /** The port alone is not the address: every address of this machine has ports of its own. */
    boolean isReachedAt(OpenSocket other, InetSocketAddress address) {
        InetSocketAddress local = other.socket().local();
        return local != null
                && (local.getAddress().isAnyLocalAddress()
                        || local.getAddress()
                                .equals(session.place().behind(address).getAddress()));
    }

    /** The sockets of this transport that have a port. */
    private Stream<OpenSocket> at(int port) {
        return havers(port).filter(other -> other.transport().equals(socket.transport()));
    }

    /** The sockets that have a port of this protocol. */
    Stream<OpenSocket> havers(int port) {
        return session.sockets().all().stream()
                .filter(other -> other.protocol() == socket.protocol())
                .filter(other -> port(other.socket().local()) == port);
    }

    private static int port(@Nullable InetSocketAddress address) {
        return address == null ? -1 : address.getPort();
    }

    /** A row of the kernel's table that serves on a port of this protocol or of another. */
    Optional<KernelSocket> serving(int port, boolean same) {
        return KernelSockets.read(Set.of(port)).stream()
                .flatMap(table -> table.sockets().stream())
                .filter(row -> (row.protocol() == socket.protocol()) == same)
                .filter(row ->
                        row.serves() && !row.local().equals(socket.socket().local()))
                .findFirst();
    }
}
