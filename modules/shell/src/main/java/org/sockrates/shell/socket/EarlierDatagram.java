package org.sockrates.shell.socket;

import java.util.Optional;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;

/**
 * What became of a datagram that was sent before: ICMP told of it, and Linux tells the next call of a connected socket. Of a
 * closed port others say more.
 */
final class EarlierDatagram {
    private static final String DONT_FRAGMENT = "IP_DONTFRAGMENT";

    private final OpenSocket socket;
    private final SocketEvent event;

    EarlierDatagram(OpenSocket socket, SocketEvent event) {
        this.socket = socket;
        this.event = event;
    }

    /** Empty where the call itself may have failed so, on this machine. */
    Optional<String> told() {
        if (!isTold() || !(event.outcome() instanceof Failed failed)) {
            return Optional.empty();
        }
        return switch (failed.errno()) {
            case EMSGSIZE -> said(failed) ? Optional.empty() : Optional.of(tooLong());
            case ENOPROTOOPT ->
                Optional.of("an earlier datagram met a machine, or a firewall, that speaks no "
                        + socket.protocol().word() + " (ICMP: protocol unreachable)");
            case EHOSTDOWN, ENONET, EPROTO -> Optional.of(rejected());
            case EACCES, EHOSTUNREACH, ENETUNREACH ->
                event.call().receives() ? Optional.of(rejected()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether this call hears of what earlier ones sent: a datagram socket does so when it has a peer, and no connect does. */
    boolean isTold() {
        return !socket.traits().connectionOriented()
                && socket.remote() != null
                && (event.call().sends() || event.call().receives());
    }

    /** Whether the transport itself refused, in words of its own. */
    private static boolean said(Failed failed) {
        return !failed.detail().endsWith(failed.errno().text());
    }

    private static String rejected() {
        return "an earlier datagram was rejected: a router or a firewall said so (ICMP)";
    }

    private String tooLong() {
        String lost = "an earlier datagram was too long for a link on the way, and is lost:  explain path MTU";
        boolean mayBeThis = event.call().sends() && "on".equals(socket.options().get(DONT_FRAGMENT));
        return mayBeThis ? "it, or " + lost : lost;
    }
}
