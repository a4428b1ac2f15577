package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.command.Outside;
import org.sockrates.shell.machine.Forbidden;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.NoWay;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Bypass;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Place;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Membership;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.text.HostText;

/** Which way a call's bytes left this machine, and why they could not or may not. */
final class Routes {
    private static final String BROADCAST = "SO_BROADCAST";

    private final OpenSocket socket;
    private final SocketEvent event;
    private final EarlierDatagram earlier;
    private final Optional<NoWay> way;

    Routes(OpenSocket socket, SocketEvent event) {
        this.socket = socket;
        this.event = event;
        this.earlier = new EarlierDatagram(socket, event);
        this.way = Optional.ofNullable(event.peer() != null ? event.peer() : socket.remote())
                .map(peer -> new NoWay(socket.socket().transport(), peer));
    }

    /** Where what was sent to a group went; empty where nobody need know. */
    Optional<String> taken() {
        return event.call() == Call.SENDTO
                        && way.filter(NoWay::toAGroup).filter(Routes::isIpv4).isPresent()
                        && "any".equals(option(Outside.GROUPS_LEAVE_BY))
                ? Optional.of("members on lo hear only what leaves by lo:  options " + socket.word() + " "
                        + Outside.GROUPS_LEAVE_BY + " lo")
                : Optional.empty();
    }

    /** That what lies between the ends of a place is passed by, where a server is asked at an address of its own. */
    Optional<String> past(Place place) {
        return Optional.ofNullable(event.peer())
                .filter(peer -> event.call() == Call.CONNECT || event.call() == Call.SENDTO)
                .flatMap(peer -> Bypass.told(place, socket.protocol(), peer, KernelRows.NOW));
    }

    /** Whom a connect to 0.0.0.0 met: Java asks the loopback address in its place, Linux that of the socket. */
    Optional<String> unspecified() {
        InetSocketAddress own = socket.local();
        InetSocketAddress asked = event.arguments() instanceof Address given ? given.address() : null;
        return event.call() == Call.CONNECT
                        && asked != null
                        && asked.getAddress().isAnyLocalAddress()
                        && socket.family() == Family.AF_INET
                        && own != null
                        && !own.getAddress().equals(HostText.loopback(Family.AF_INET))
                ? Optional.of("by 0.0.0.0 Java means 127.0.0.1; Linux takes it for the socket's own address, "
                        + CallText.host(own.getAddress()))
                : Optional.empty();
    }

    /** Why a member hears nothing all the same: Linux gives a bound socket only what is sent to its address. */
    Optional<String> deaf() {
        InetSocketAddress local = socket.local();
        return event.arguments() instanceof Membership member
                        && member.joins()
                        && local != null
                        && !local.getAddress().isAnyLocalAddress()
                        && !local.getAddress().equals(member.group())
                ? Optional.of("bound to " + CallText.address(local)
                        + ", it hears only what is sent there; one bound to any hears the group")
                : Optional.empty();
    }

    /** Why the machine knows none, or knows one and does not take it; empty where that is not it. */
    Optional<String> none(Errno errno) {
        return switch (errno) {
            case ENETUNREACH -> way.map(this::withoutRoute);
            case EINVAL -> fromLoopback().or(() -> way.flatMap(known -> known.line(errno)));
            default -> way.flatMap(known -> known.line(errno)).map(line -> line + orEarlier());
        };
    }

    private String withoutRoute(NoWay known) {
        Optional<String> certain = known.broken()
                .or(this::boundToTheOtherFamily)
                .or(() -> known.toAGroup() ? Optional.of(ofGroup(known)) : gone());
        return certain.orElseGet(() -> known.line(Errno.ENETUNREACH).orElseThrow() + orEarlier());
    }

    private static boolean isIpv4(NoWay known) {
        return Family.of(known.peer().getAddress()) == Family.AF_INET;
    }

    private String ofGroup(NoWay known) {
        return isIpv4(known)
                ? "no route leads to this group; name an interface:  options " + socket.word() + " "
                        + Outside.GROUPS_LEAVE_BY + " lo"
                : "no route leads to this group: over lo Linux has none for IPv6";
    }

    /** That the address it was bound to is none of this machine any more, so that no route may be taken from there. */
    private Optional<String> gone() {
        return own().filter(local -> !OwnAddresses.has(local.getAddress())
                        && !local.getAddress().isMulticastAddress()
                        && !Forbidden.isBroadcast(local.getAddress()))
                .map(local ->
                        "bound to " + CallText.address(local) + ", which no interface of this machine has any more");
    }

    /** That an IPv6 socket is bound to an address of the other family than the peer's, and so reaches only its like. */
    Optional<String> boundToTheOtherFamily() {
        InetSocketAddress peer = event.peer();
        return peer == null || socket.family() == Family.AF_INET
                ? Optional.empty()
                : own().map(InetSocketAddress::getAddress)
                        .filter(own -> !own.isAnyLocalAddress() && Family.of(own) != Family.of(peer.getAddress()))
                        .map(own -> "bound to " + CallText.host(own) + ", from where it reaches no "
                                + ThisMachine.word(Family.of(peer.getAddress()))
                                + " address; make another one:  socket " + socket.transport()
                                + (Family.of(peer.getAddress()) == Family.AF_INET6 ? " --ipv6" : ""));
    }

    /** The address it has, or had when the call began. */
    private Optional<InetSocketAddress> own() {
        return Optional.ofNullable(
                event.local() != null ? event.local() : socket.past().boundTo());
    }

    private String orEarlier() {
        return earlier.isTold() ? ", or ICMP said so of an earlier datagram" : "";
    }

    /** Why a connect has no address, or no port, from which it could leave; a datagram socket has its port by then. */
    String noWayOut() {
        InetSocketAddress peer = event.peer();
        boolean datagrams = !socket.traits().connectionOriented();
        if (datagrams || (peer != null && !OwnAddresses.hasOneFor(peer))) {
            return OwnAddresses.NO_ADDRESS;
        }
        boolean bound = socket.phase() == Phase.BOUND
                || !LostAddress.lines(socket, event).isEmpty();
        return bound
                ? "its own address and port have a connection there already"
                : "no local port is free any more for that peer (ip_local_port_range)";
    }

    private Optional<String> fromLoopback() {
        InetSocketAddress local = socket.local();
        return local != null && local.getAddress().isLoopbackAddress()
                ? Optional.of("bound to " + CallText.address(local) + ", from where nothing leaves this machine")
                : Optional.empty();
    }

    /** Who says that it may not be: EACCES or EPERM. */
    String forbidden(Errno errno) {
        InetSocketAddress peer = event.peer();
        if (Forbidden.asBroadcast(event.call(), errno, peer) && !"on".equals(option(BROADCAST))) {
            return "broadcast is off:  options " + socket.word() + " " + BROADCAST + " on";
        }
        InetSocketAddress own = event.arguments() instanceof Address given ? given.address() : event.local();
        return Forbidden.otherwise(event.call(), errno, event.call() == Call.BIND ? own : peer);
    }

    private @Nullable String option(String name) {
        return socket.options().get(name);
    }
}
