package org.sockrates.shell.roles;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.sockrates.capture.KernelProtocol;
import org.sockrates.shell.session.Forbidden;
import org.sockrates.shell.session.PortOwner;
import org.sockrates.transport.CallText;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.Transport;

/** A role could not be played, said in the terms of the role: {@code client: tcp 127.0.0.1:9: refused, …}. */
public final class RoleException extends IOException {
    private static final long serialVersionUID = 1;

    private RoleException(String message, SocketCallException cause) {
        super(message, cause);
    }

    /**
     * What failed where nothing more is known about it.
     *
     * @param address that of the other end; for a server or a link, its own
     */
    public static RoleException of(
            String role, Transport transport, InetSocketAddress address, SocketCallException failure) {
        return of(role, transport, address, failure, Optional.empty());
    }

    /** @param absence what there is to say where nobody listens at that address */
    static RoleException of(
            String role,
            Transport transport,
            InetSocketAddress address,
            SocketCallException failure,
            Optional<String> absence) {
        Traits traits = transport.traits();
        String what = switch (failure.errno()) {
            case ECONNREFUSED ->
                "refused, nobody listens there"
                        + absence.map(known -> "; " + known).orElse("");
            case EADDRINUSE ->
                PortOwner.at(KernelProtocol.of(traits), address.getPort()).orElse("somebody")
                        + " has the port; take another, or 0 for any";
            case EACCES, EPERM ->
                Forbidden.asBroadcast(failure.call(), failure.errno(), address)
                        ? "a broadcast, which takes SO_BROADCAST:  explain broadcast"
                        : Forbidden.otherwise(failure.call(), failure.errno(), address);
            case EADDRNOTAVAIL -> "no interface of this machine has that address";
            case EAGAIN, ETIMEDOUT ->
                "no answer in time: packets vanish on the way, "
                        + (traits.builtOnDatagrams()
                                ? "its backlog is full, or it speaks no " + transport.name()
                                : "or its backlog is full");
            case EINTR -> "interrupted";
            default -> failure.getMessage();
        };
        return new RoleException(
                role + ": " + transport.name() + " " + CallText.address(address) + ": " + what, failure);
    }
}
