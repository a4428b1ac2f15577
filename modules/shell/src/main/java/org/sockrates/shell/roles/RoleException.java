package org.sockrates.shell.roles;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.shell.machine.Forbidden;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.machine.NoWay;
import org.sockrates.shell.machine.OwnAddresses;
import org.sockrates.shell.machine.ThisMachine;
import org.sockrates.shell.session.Absence;
import org.sockrates.shell.session.Bypass;
import org.sockrates.shell.session.Crowd;
import org.sockrates.shell.session.OnTheWay;
import org.sockrates.shell.session.PortHolder;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/** A role could not be played, said in the terms of the role: {@code client: tcp 127.0.0.1:9: refused, …}. */
public final class RoleException extends IOException {
    private static final long serialVersionUID = 1;

    private RoleException(String message, SocketCallException cause) {
        super(message, cause);
    }

    /**
     * What failed, and why, as far as the session and the kernel's table tell.
     *
     * @param address that of the other end; for a server or a link, its own
     */
    public static RoleException of(
            String role, Session session, Transport transport, InetSocketAddress address, SocketCallException failure) {
        Traits traits = transport.traits();
        String what = switch (failure.errno()) {
            case ECONNREFUSED -> "refused, " + new Absence(session, transport, address, KernelRows.NOW).ofRefusal();
            case EADDRINUSE ->
                isOwn(failure.call())
                        ? new PortHolder(session, KernelRows.NOW).line(wish(traits, address), Optional.empty())
                        : PortHolder.NONE_FREE;
            case EACCES, EPERM ->
                Forbidden.asBroadcast(failure.call(), failure.errno(), address)
                        ? "a broadcast, which takes SO_BROADCAST:  explain broadcast"
                        : Forbidden.otherwise(failure.call(), failure.errno(), address);
            case EADDRNOTAVAIL ->
                isOwn(failure.call())
                        ? Bypass.toBind(session.place(), address.getAddress())
                                .orElseGet(() ->
                                        OwnAddresses.without(address.getAddress(), Family.of(address.getAddress())))
                        : OwnAddresses.hasOneFor(address)
                                ? "no port of this machine is free for it"
                                : OwnAddresses.NO_ADDRESS;
            case EAGAIN, ETIMEDOUT ->
                failure.call().sends()
                        ? unsent(traits, failure)
                        : "no answer in time: " + unanswered(new Crowd(session, transport, address, KernelRows.NOW));
            case EAFNOSUPPORT -> ThisMachine.without(Family.of(address.getAddress()));
            case EINTR -> "interrupted";
            default ->
                new NoWay(transport, address)
                        .line(failure.errno())
                        .filter(known -> !isOwn(failure.call()))
                        .map(why -> failure.errno() + ", " + why)
                        .orElse(failure.getMessage());
        };
        return new RoleException(
                role + ": " + transport.name() + " " + CallText.address(address) + ": " + what, failure);
    }

    private static String unsent(Traits traits, SocketCallException failure) {
        return failure.getMessage()
                + (failure.errno() == Errno.EAGAIN && traits.flowControlled()
                        ? "; the buffers are full: the server does not read"
                        : "");
    }

    private static String unanswered(Crowd crowd) {
        Transport transport = crowd.transport();
        String otherwise = transport.traits().builtOnDatagrams()
                ? ", its backlog is full, or it speaks no " + transport.name()
                : ", or its backlog is full";
        long since = SystemClock.INSTANCE.nanoTime() - Long.MAX_VALUE / 2; // a client has a port of its own each time
        return crowd.behindSilence(since)
                .orElseGet(() -> OnTheWay.told(crowd.session(), crowd.asked(), since, otherwise));
    }

    /** Whether the address is one that was asked for; who calls out has any port that is free. */
    private static boolean isOwn(Call call) {
        return call == Call.BIND || call == Call.LISTEN;
    }

    /** Servers of TCP set SO_REUSEADDR, and so do its relays; who serves datagrams shares no port. */
    private static PortHolder.Wish wish(Traits traits, InetSocketAddress address) {
        KernelProtocol protocol = KernelProtocol.of(traits);
        return new PortHolder.Wish(protocol, address, protocol == KernelProtocol.TCP);
    }
}
