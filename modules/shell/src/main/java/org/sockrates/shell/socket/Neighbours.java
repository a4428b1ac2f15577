package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.shell.machine.AddressMatch;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Absence;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.OnTheWay;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.PortHolder;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;

/** Who else is there: other sockets of the session, and on Linux the kernel's table, seen from one socket. */
final class Neighbours {
    private static final String REUSE = "SO_REUSEADDR";

    /** How whoever waits for accept stands; what nobody holds any more stands otherwise. */
    private static final Set<KernelState> WAITING =
            EnumSet.of(KernelState.SYN_RECV, KernelState.ESTAB, KernelState.CLOSE_WAIT);

    private final Session session;
    private final OpenSocket socket;
    private final KernelRows kernel;

    Neighbours(Session session, OpenSocket socket, KernelRows kernel) {
        this.session = session;
        this.socket = socket;
        this.kernel = kernel;
    }

    /** The socket of this session that is the other end. */
    Optional<OpenSocket> peer() {
        InetSocketAddress local = socket.local();
        InetSocketAddress remote = socket.remote();
        return session.sockets().all().stream()
                .filter(other -> local != null && remote != null)
                .filter(other ->
                        Objects.equals(other.local(), behind(remote)) && Objects.equals(behind(other.remote()), local))
                .findFirst();
    }

    /** The kernel's row of the other end, where it is on this machine. */
    Optional<KernelSocket> otherEnd() {
        InetSocketAddress local = socket.local();
        InetSocketAddress remote = behind(socket.remote());
        return local == null || remote == null
                ? Optional.empty()
                : kernel.at(remote.getPort()).stream()
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
        InetSocketAddress remote = socket.remote();
        return peer().isPresent() ? Optional.empty() : listeningAt(remote);
    }

    /** Why nobody reads on the other end: nobody has accepted this one. */
    Optional<String> unaccepted() {
        return isTaken()
                ? Optional.empty()
                : door().map(door -> "nobody has called accept: try  accept " + door.word())
                        .or(this::crowd);
    }

    /** Who else waits where this one is connected to, for a server that may not have accepted this one either. */
    private Optional<String> crowd() {
        InetSocketAddress remote = socket.remote();
        return remote == null
                ? Optional.empty()
                : new Crowd(session, socket.socket().transport(), remote, kernel).told();
    }

    /** Whether a program has accepted the other end, and may have closed it: where the kernel tells, it does not wait for that. */
    private boolean isTaken() {
        return socket.isKernels()
                && ThisMachine.withoutKernelTable().isEmpty()
                && otherEnd()
                        .filter(row -> row.inode() == 0 && WAITING.contains(row.state()))
                        .isEmpty();
    }

    /**
     * Another socket of this session that may get what is sent to this datagram socket: at its address, or at one of all
     * that it has.
     */
    Optional<OpenSocket> sharer() {
        InetSocketAddress local = socket.local();
        return connects() || local == null
                ? Optional.empty()
                : at(local.getPort())
                        .filter(other -> !other.equals(socket))
                        .filter(other -> local.getAddress().isAnyLocalAddress()
                                ? other.isInTheWay(local)
                                : local.equals(other.local()))
                        .findFirst();
    }

    /** A socket of this session that listens, if there is one. */
    Optional<OpenSocket> listening() {
        return session.sockets().all().stream()
                .filter(other -> other.phase() == Phase.LISTENING)
                .findFirst();
    }

    /** Why nobody answered at an address, by refusing. */
    List<String> nobodyAt(InetSocketAddress address, Call call) {
        Optional<OpenSocket> bound = unconnectedAt(address);
        if (bound.isPresent() && bound.get().phase() == Phase.BOUND && connects()) {
            OpenSocket door = bound.get();
            return List.of(door.label() + " is bound there but not listening: try  listen " + door.word());
        }
        Absence absence = absence(address, this::others);
        Optional<String> somebody = absence.mistaken(socket.local());
        if (somebody.isPresent()) {
            return List.of(somebody.get());
        }
        String where = CallText.address(address) + absence.nextStep();
        return List.of(
                connects() || call == Call.CONNECT
                        ? "nobody listens on " + where
                        : "an earlier datagram met a closed port: nobody is bound to " + where);
    }

    private Absence absence(InetSocketAddress asked, KernelRows rows) {
        return new Absence(session, socket.socket().transport(), asked, rows);
    }

    /** Who has an address that this socket could not have. */
    String holder(InetSocketAddress wanted) {
        boolean reuses = "on".equals(socket.options().get(REUSE));
        return new PortHolder(session, kernel)
                .line(new PortHolder.Wish(socket.protocol(), wanted, reuses), Optional.of(socket));
    }

    /** The kernel's rows but this socket's own. */
    private List<KernelSocket> others(int port) {
        InetSocketAddress own = socket.local();
        return kernel.at(port).stream().filter(row -> !row.local().equals(own)).toList();
    }

    /** As {@link OnTheWay#heldBack}. */
    Optional<String> heldBack() {
        return OnTheWay.heldBack(session);
    }

    private boolean connects() {
        return socket.traits().connectionOriented();
    }

    /** The socket of this session that listens at an address. */
    Optional<OpenSocket> listeningAt(@Nullable InetSocketAddress address) {
        return address == null
                ? Optional.empty()
                : unconnectedAt(address).filter(door -> door.phase() == Phase.LISTENING);
    }

    private Optional<OpenSocket> unconnectedAt(InetSocketAddress address) {
        return at(address.getPort())
                .filter(other -> other != socket && other.remote() == null && standsAt(other, address))
                .findFirst();
    }

    /** Whether whoever asks at an address comes to a socket of this session. */
    boolean standsAt(OpenSocket other, InetSocketAddress address) {
        InetSocketAddress local = other.local();
        return local != null
                && AddressMatch.at(local, session.place().behind(address)).possible();
    }

    /** The sockets of this transport that have a port. */
    private Stream<OpenSocket> at(int port) {
        return ofThisProtocol(port).filter(other -> other.transport().equals(socket.transport()));
    }

    /** The sockets that have a port of this protocol. */
    Stream<OpenSocket> ofThisProtocol(int port) {
        return session.sockets().all().stream()
                .filter(other -> other.protocol() == socket.protocol())
                .filter(other -> port(other.local()) == port);
    }

    private static int port(@Nullable InetSocketAddress address) {
        return address == null ? -1 : address.getPort();
    }
}
