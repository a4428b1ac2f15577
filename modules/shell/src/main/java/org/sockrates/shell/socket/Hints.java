package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.job.Job;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.session.Bypass;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Membership;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** What a session knows about how a call ended, worked out from its own state; nothing where it knows nothing. */
final class Hints {
    private static final String SEND_BUFFER = "SO_SNDBUF";

    private final Session session;
    private final OpenSocket socket;
    private final SocketEvent event;
    private final Job job;
    private final @Nullable InetSocketAddress asked;
    private final Ending ending;
    private final Routes routes;

    Hints(Session session, Job job, OpenSocket socket, SocketEvent event) {
        this.session = session;
        this.job = job;
        this.socket = socket;
        this.event = event;
        this.asked = event.arguments() instanceof Address given ? given.address() : null;
        this.ending = new Ending(session, socket, event);
        this.routes = new Routes(socket, event);
    }

    List<String> lines() {
        if (event.outcome() instanceof Failed failed) {
            return failure(failed);
        }
        return event.outcome() instanceof Returned returned ? success(returned) : List.of();
    }

    private List<String> success(Returned returned) {
        if (returned.remark() == Remark.END_OF_STREAM) {
            return ending.ofInput();
        }
        if (event.arguments() instanceof Option option) {
            return SetOption.lines(socket, option);
        }
        if (event.call() == Call.SEND
                && event.arguments() instanceof Message message
                && returned.value() < message.bytes()) {
            return List.of(returned.value() + " of " + message.bytes() + " bytes handed "
                    + (socket.isKernels() ? "to the kernel" : "over")
                    + ", delivery unknown; "
                    + (socket.phase() == Phase.CLOSED ? closed() : theRest()));
        }
        if (event.call() == Call.SHUTDOWN) {
            return ending.ofShutdown().stream().toList();
        }
        InetSocketAddress local = event.local();
        if (event.call() == Call.BIND && local != null && asked != null && asked.getPort() == 0) {
            return List.of("the system chose port " + local.getPort());
        }
        if (event.call() == Call.LISTEN) {
            return ofListen(local);
        }
        return routes.taken().or(routes::deaf).or(routes::unspecified).or(() -> routes.past(session.place())).stream()
                .toList();
    }

    private String theRest() {
        return "the rest is yours to send"
                + neighbours().unaccepted().map(why -> "; " + why).orElse("");
    }

    private String closed() {
        return "it was closed while the call waited"
                + (socket.isKernels() ? "; in C on Linux close wakes nobody,  shutdown  does" : "");
    }

    /** What a listen did otherwise than it was asked. */
    private List<String> ofListen(@Nullable InetSocketAddress local) {
        int backlog = socket.past().backlog();
        if (socket.past().listens() > 1) {
            return List.of("it listens already, with a backlog of " + backlog
                    + (socket.isKernels() ? "; Linux would change that, Java cannot" : ""));
        }
        List<String> lines = new ArrayList<>();
        if (local != null && !socket.past().bound()) {
            lines.add("the system chose port " + local.getPort() + ", at every address; bind chooses both");
        }
        if (event.arguments() instanceof Backlog wanted && backlog < wanted.connections()) {
            lines.add("of this backlog the kernel keeps " + backlog + " (net.core.somaxconn)");
        }
        return lines;
    }

    private List<String> refused(InetSocketAddress peer) {
        return event.call() == Call.CONNECT && socket.isKernels() && isOwn(peer)
                ? List.of("that is its own address: Linux would connect it to itself; here it is refused")
                : neighbours().nobodyAt(peer, event.call());
    }

    private Neighbours neighbours() {
        return new Neighbours(session, socket, KernelRows.NOW);
    }

    private boolean isOwn(InetSocketAddress peer) {
        InetSocketAddress kept = socket.local();
        InetSocketAddress local = kept == null ? socket.past().lost() : kept;
        return local != null
                && local.getPort() == peer.getPort()
                && (local.getAddress().equals(peer.getAddress())
                        || (local.getAddress().isAnyLocalAddress() && OwnAddresses.isItsOwnSource(peer)));
    }

    private List<String> failure(Failed failed) {
        if (socket.isKernels() && event.tellsOfGivingUp()) {
            return List.of(ending.loss());
        }
        List<String> lines = new ArrayList<>(
                new EarlierDatagram(socket, event).told().map(List::of).orElseGet(() -> ofThisCall(failed)));
        lines.addAll(LostAddress.lines(socket, event));
        return lines;
    }

    private List<String> ofThisCall(Failed failed) {
        return switch (failed.errno()) {
            case ECONNREFUSED -> {
                InetSocketAddress peer = event.peer();
                yield peer == null ? List.of() : refused(peer);
            }
            case EADDRINUSE ->
                switch (event.call()) {
                    case SETSOCKOPT -> List.of("it is in this group on this interface already");
                    case BIND, LISTEN -> whoHasThePort();
                    default ->
                        List.of("Java binds it first, and no local port is free (ip_local_port_range); in C "
                                + (event.call().receives() ? "it would wait for ever" : "EAGAIN"));
                };
            case ENOBUFS -> noRoom(failed);
            case ENOPROTOOPT ->
                event.call() == Call.SETSOCKOPT
                        ? detail(failed)
                        : List.of("the other machine, or a firewall, says that it speaks no "
                                + socket.protocol().word() + " (ICMP: protocol unreachable)");
            case EACCES, EPERM -> List.of(routes.forbidden(failed.errno()));
            case EADDRNOTAVAIL -> notAvailable(failed);
            case EHOSTDOWN, ENONET, EOPNOTSUPP, EPROTO ->
                event.call() == Call.CONNECT
                        ? List.of("ICMP said so, from the way or from there:  explain " + failed.errno())
                        : detail(failed);
            case EAFNOSUPPORT ->
                List.of(routes.boundToTheOtherFamily()
                        .orElseGet(() -> "an IPv4 socket "
                                + (event.call() == Call.BIND ? "has" : "reaches")
                                + " no IPv6 address; make another one:  socket "
                                + socket.transport() + " --ipv6"));
            case EAGAIN -> List.of(new Vain(session, socket, KernelRows.NOW).line(event.call()));
            case EBADF -> List.of(closed());
            case EINTR ->
                List.of(job.endedBy()
                        + (LostAddress.lines(socket, event).isEmpty() ? "; " + socket.label() + " is as before" : ""));
            case EINVAL -> invalid(failed);
            case EISCONN -> event.call() == Call.CONNECT ? List.of(ending.inUse()) : detail(failed);
            case ENOTCONN -> notConnected();
            case EDESTADDRREQ ->
                List.of("it has no peer: use  sendto " + socket.word() + " HOST PORT DATA , or connect first");
            case EPIPE -> List.of(ending.ofOutput());
            case ECONNRESET -> List.of(ending.loss());
            case EHOSTUNREACH, ENETUNREACH ->
                routes.none(failed.errno()).map(List::of).orElseGet(() -> detail(failed));
            case ETIMEDOUT ->
                event.call() == Call.CONNECT
                        ? new Unanswered(session, socket, KernelRows.NOW).lines(event)
                        : List.of(ending.loss());
            default -> detail(failed);
        };
    }

    /** The port a bind asked for, or the socket's own; a listen without one found none free. */
    private List<String> whoHasThePort() {
        InetSocketAddress wanted = event.local() != null ? event.local() : asked;
        return wanted == null ? List.of() : List.of(neighbours().holder(wanted));
    }

    private List<String> notAvailable(Failed failed) {
        return switch (event.call()) {
            case BIND ->
                Optional.ofNullable(asked)
                        .map(InetSocketAddress::getAddress)
                        .map(wanted -> Bypass.toBind(session.place(), wanted)
                                .orElseGet(() -> OwnAddresses.without(wanted, socket.family())))
                        .map(List::of)
                        .orElseGet(() -> detail(failed));
            case SETSOCKOPT -> List.of("it is in no such group on this interface: one leaves what one joined");
            case CONNECT, SENDTO -> List.of(routes.noWayOut());
            default -> detail(failed);
        };
    }

    /** All fragments of a datagram must find room at once, and no waiting makes the buffer larger. */
    private List<String> noRoom(Failed failed) {
        if (event.arguments() instanceof Membership && socket.family() == Family.AF_INET) {
            return List.of("it is in as many groups as it may be (igmp_max_memberships)");
        }
        String buffer = socket.options().getOrDefault(SEND_BUFFER, "");
        return event.arguments() instanceof Message message
                        && SetOption.isNumber(buffer)
                        && message.bytes() > Long.parseLong(buffer)
                ? List.of("its fragments do not fit together:  options " + socket.word() + " " + SEND_BUFFER + " "
                        + 2L * message.bytes())
                : detail(failed);
    }

    private List<String> invalid(Failed failed) {
        return switch (event.call()) {
            case BIND ->
                Optional.ofNullable(socket.local()).map(this::boundAlready).orElseGet(() -> detail(failed));
            case ACCEPT -> List.of(notListening());
            case LISTEN -> socket.phase() == Phase.CONNECTED ? List.of(ending.inUse()) : detail(failed);
            case CONNECT, SENDTO -> routes.none(failed.errno()).map(List::of).orElseGet(() -> detail(failed));
            default -> detail(failed);
        };
    }

    private List<String> boundAlready(InetSocketAddress local) {
        boolean connection =
                socket.phase() == Phase.CONNECTED && socket.traits().connectionOriented();
        String how = connection ? ", by its connection" : ", by a call that needed an address";
        return List.of("bound to " + CallText.address(local) + " already"
                + (socket.past().bound() ? "" : how) + "; it cannot be changed");
    }

    private List<String> notConnected() {
        Optional<String> waits = ending.connecting();
        if (waits.isPresent()) {
            return List.of(waits.get() + "; in C on Linux "
                    + (event.call() == Call.SHUTDOWN ? "shutdown ends that" : "recv waits with it"));
        }
        if (event.call() != Call.SHUTDOWN) {
            return List.of(ending.unconnected());
        }
        if (!socket.traits().connectionOriented()) {
            return List.of(
                    socket.transport() + " has no stream that could end; in C its own direction ends all the same");
        }
        return Stream.concat(Stream.of(ending.unconnected()), inC().stream()).toList();
    }

    /** What a shutdown does that finds no connection: Linux keeps it for the connection that follows. */
    private Optional<String> inC() {
        if (!socket.isKernels()) {
            return Optional.empty();
        }
        return switch (socket.phase()) {
            case CREATED, BOUND ->
                Optional.of("in C on Linux that direction ends all the same, also of the connection that follows");
            case LISTENING -> Optional.of("in C on Linux,  in  ends the listening, and  out  does nothing");
            default -> Optional.empty();
        };
    }

    private String notListening() {
        if (socket.phase() != Phase.CONNECTED) {
            return ending.connecting().orElse("it does not listen: try  listen " + socket.word());
        }
        return "it is one end of a conversation and cannot accept"
                + neighbours()
                        .listening()
                        .map(door -> ": try  accept " + door.word())
                        .orElse("");
    }

    /** What the transport said beyond the errno. */
    private List<String> detail(Failed failed) {
        String said = failed.detail();
        int colon = said.indexOf(": ");
        String detail = colon < 0 ? said : said.substring(colon + 2);
        String mine = socket.transport() + ": ";
        String rest = detail.startsWith(mine) ? detail.substring(mine.length()) : detail;
        return rest.equals(failed.errno().text()) ? List.of() : List.of(rest);
    }
}
