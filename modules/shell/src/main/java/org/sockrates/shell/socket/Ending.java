package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sockrates.capture.KernelSockets;
import org.sockrates.capture.KernelState;
import org.sockrates.link.Refusal;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Past;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;

/** Who ended a conversation, or one direction of it, and how: seen from one socket, and by what its calls were told. */
final class Ending {
    private static final String KEEPALIVE = "SO_KEEPALIVE";

    private final Session session;
    private final OpenSocket socket;
    private final SocketEvent event;

    /** @param event the call that was told */
    Ending(Session session, OpenSocket socket, SocketEvent event) {
        this.session = session;
        this.socket = socket;
        this.event = event;
    }

    /** Why a receive met the end of the stream. */
    List<String> ofInput() {
        Past past = socket.past();
        List<String> lines = new ArrayList<>();
        if (past.inputEnded()) {
            lines.add("you ended this direction yourself: shutdown " + socket.word() + " in");
            if (socket.isKernels()) {
                lines.add("Java answers without a call; Linux first hands out what came, and what comes");
            }
        } else if (past.loss() != null) {
            lines.add(loss(past.loss()));
        } else if (past.peerEnded() != null && past.endsRead() > 1) {
            lines.add(closedByPeer(past.peerEnded()));
        }
        return lines;
    }

    /** Why nothing can be sent. */
    String ofOutput() {
        Past past = socket.past();
        if (past.outputEnded()) {
            return "you ended this direction yourself: shutdown " + socket.word() + " out";
        }
        if (past.loss() != null) {
            return loss(past.loss());
        }
        if (past.peerEnded() != null) {
            return closedByPeer(past.peerEnded());
        }
        return socket.socket().phase() == Phase.CONNECTED ? "the peer does not receive any more" : unconnected();
    }

    /** Why there is no conversation. */
    String unconnected() {
        Past past = socket.past();
        return switch (socket.socket().phase()) {
            case LISTENING -> "it listens; what accept returns is one end of a conversation:  accept " + socket.word();
            case CONNECTED ->
                past.loss() != null
                        ? loss(past.loss())
                        : "its connection is over; was it lost,  recv " + socket.word() + "  tells how";
            default -> "not connected yet: try  connect " + socket.word() + " HOST PORT";
        };
    }

    /** Whether the kernel has the connection no more, as far as it or a call tells. */
    boolean isOver() {
        InetSocketAddress local = socket.socket().local();
        InetSocketAddress remote = socket.socket().remote();
        return socket.past().loss() != null
                || (socket.isKernels()
                        && local != null
                        && remote != null
                        && KernelSockets.read(Set.of(local.getPort()))
                                .filter(table -> table.find(socket.protocol(), local, remote)
                                        .filter(row -> row.state() != KernelState.TIME_WAIT)
                                        .isEmpty())
                                .isPresent());
    }

    /** How the conversation was lost, as a call was just told. */
    String loss() {
        return socket.past().loss() == null ? unconnected() : loss(socket.past().loss());
    }

    private String loss(Past.Loss loss) {
        return switch (loss.errno()) {
            case ECONNRESET -> reset(loss);
            case EHOSTUNREACH, ENETUNREACH ->
                "the kernel gave up: no way led to the peer (" + loss.errno() + ")" + noticed(loss.at());
            default -> givenUp() + noticed(loss.at());
        };
    }

    private String reset(Past.Loss loss) {
        return refusal()
                .map(behind -> "the link met " + behind.errno() + " at " + CallText.address(behind.target())
                        + ", and reset this connection")
                .orElseGet(() -> "the peer threw the connection away" + noticed(loss.at()));
    }

    /** That the server behind the link was not to be had; a socket whose connect failed has forgotten its port. */
    private Optional<Refusal> refusal() {
        InetSocketAddress local = event.local();
        return session.passed().refusals().stream()
                .filter(each -> each.entry().equals(event.peer()))
                .filter(each -> local == null
                        ? each.nanos() >= event.startNanos()
                        : each.client().getPort() == local.getPort())
                .findFirst();
    }

    private String givenUp() {
        if (!socket.isKernels()) {
            return "no answer, though it was sent again and again: given up";
        }
        List<String> unanswered = new ArrayList<>();
        boolean probes = "on".equals(socket.socket().options().get(KEEPALIVE));
        if (socket.past().sent() || !probes) {
            unanswered.add("data sent again and again (tcp_retries2)");
        }
        if (probes) {
            unanswered.add("keep-alive probes (" + KEEPALIVE + ")");
        }
        return "the kernel gave up: no answer to " + String.join(", or to ", unanswered);
    }

    private String closedByPeer(Instant noticed) {
        return "closed by the peer" + noticed(noticed);
    }

    private String noticed(Instant moment) {
        return ", noticed at " + TimeText.of(moment, session.wall());
    }
}
