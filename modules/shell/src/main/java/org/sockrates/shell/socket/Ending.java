package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sockrates.capture.kernel.KernelSocket;
import org.sockrates.capture.kernel.KernelSockets;
import org.sockrates.capture.kernel.KernelState;
import org.sockrates.link.relay.Cut;
import org.sockrates.link.relay.Refusal;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Past;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
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
                lines.add("Java answers without a call; Linux first hands out what came, and " + whatLinuxDoes(past));
            }
        } else if (past.loss() != null) {
            lines.add(loss(past.loss()));
        } else if (past.peerEnded() != null && past.endsRead() > 1) {
            lines.add(byPeer("the peer ended its direction", past.peerEnded()));
        }
        return lines;
    }

    private String whatLinuxDoes(Past past) {
        if (isOver()) {
            return past.loss() == null ? "tells if the connection was lost" : "the end";
        }
        return past.outputEnded() ? "resets the connection when more comes" : "what comes";
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
            return byPeer("closed by the peer", past.peerEnded());
        }
        return socket.phase() == Phase.CONNECTED ? "the peer does not receive any more" : unconnected();
    }

    /** Why there is no conversation. */
    String unconnected() {
        Past past = socket.past();
        return switch (socket.phase()) {
            case LISTENING -> "it listens; what accept returns is one end of a conversation:  accept " + socket.word();
            case CONNECTED -> past.loss() != null ? loss(past.loss()) : over(past);
            default -> "not connected yet: try  connect " + socket.word() + " HOST PORT";
        };
    }

    /** That no direction is left to end: of a direction that was ended here Java does not ask the kernel any more. */
    private String over(Past past) {
        if (awaitsTheLast()) {
            return "both ends have ended it; in C it is 0 until the peer has acknowledged that";
        }
        if (past.peerEnded() != null) { // what came behind that, no call tells
            return "its connection is over: " + byPeer("the peer ended its direction", past.peerEnded());
        }
        String asking = past.inputEnded() ? "send " + socket.word() + " \"\"" : "recv " + socket.word();
        return "its connection is over; was it lost,  " + asking + "  tells how";
    }

    /** That a connect of this socket has not been answered yet; empty where none is under way. */
    Optional<String> connecting() {
        Phase phase = socket.phase();
        return (phase == Phase.CREATED || phase == Phase.BOUND) && socket.waitsIn(Call.CONNECT)
                ? Optional.of("its connect is under way, see  jobs")
                : Optional.empty();
    }

    /** Why it cannot connect. */
    String inUse() {
        if (socket.phase() == Phase.LISTENING) {
            return "it listens, and cannot also connect; make another one:  socket";
        }
        InetSocketAddress remote = socket.remote();
        String peer = remote == null ? "an address" : CallText.address(remote);
        Past past = socket.past();
        if (past.loss() != null) {
            return "it was connected to " + peer + ": " + loss(past.loss()) + "; make another one:  socket";
        }
        return socket.isKernels() && isOver()
                ? "its connection to " + peer + " is over; make another one:  socket"
                : "connected to " + peer + " already";
    }

    /** That a direction was ended that had ended before: Java makes no call then, and does not see what became of it. */
    Optional<String> ofShutdown() {
        boolean again = socket.isKernels() && socket.past().endedAgain();
        return again && isOver() ? Optional.of("the connection is over: in C it is ENOTCONN now") : Optional.empty();
    }

    /** Whether the kernel has no connection behind this socket any more, or keeps it only for what may come late. */
    private boolean isOver() {
        return isKept(
                state -> state.filter(known -> known != KernelState.TIME_WAIT).isEmpty());
    }

    /** Whether both ends have ended it, and the kernel still waits for the peer to acknowledge that. */
    private boolean awaitsTheLast() {
        return isKept(state -> state.filter(known -> known == KernelState.CLOSING || known == KernelState.LAST_ACK)
                .isPresent());
    }

    /** Whether the kernel's table, where there is one, has this connection so: empty is not at all. */
    private boolean isKept(Predicate<Optional<KernelState>> so) {
        InetSocketAddress local = socket.local();
        InetSocketAddress remote = socket.remote();
        return local != null
                && remote != null
                && KernelSockets.read(Set.of(local.getPort()))
                        .map(table ->
                                table.find(socket.protocol(), local, remote).map(KernelSocket::state))
                        .filter(so)
                        .isPresent();
    }

    /** How the conversation was lost, as a call was just told. */
    String loss() {
        return socket.past().loss() == null ? unconnected() : loss(socket.past().loss());
    }

    private String loss(Past.Loss loss) {
        return switch (loss.errno()) {
            case ECONNRESET -> reset(loss);
            case ETIMEDOUT -> givenUp() + noticed(loss.at());
            default -> "the kernel gave up: no answer but " + heard(loss.errno()) + noticed(loss.at());
        };
    }

    private String reset(Past.Loss loss) {
        return refusal()
                .map(behind -> "the link met " + behind.errno() + " at " + CallText.address(behind.target())
                        + ", and reset this connection")
                .orElseGet(() ->
                        cut().map(Ending::told).orElse("the peer threw the connection away") + noticed(loss.at()));
    }

    /** That a link of the session's own ended it: whoever calls cannot tell. */
    private Optional<Cut> cut() {
        return session.passed().cut(socket.local(), socket.remote());
    }

    private static String told(Cut cut) {
        String how = (cut.reset() ? "reset" : "closed") + " this connection";
        return cut.fault().isEmpty() ? "the link was dropped, and " + how : "the link's " + cut.fault() + " " + how;
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

    /** What the kernel heard of the way meanwhile, and who told it; who gave up is not who refused. */
    private static String heard(Errno errno) {
        return switch (errno) {
            case EACCES, EHOSTUNREACH, ENETUNREACH -> errno + ", by ICMP or from a route of this machine";
            default -> errno + ", by ICMP";
        };
    }

    private String givenUp() {
        if (!socket.isKernels()) {
            return "no answer, though it was sent again and again: given up";
        }
        List<String> unanswered = new ArrayList<>();
        boolean probes = "on".equals(socket.options().get(KEEPALIVE));
        if (socket.past().sent() || socket.past().outputEnded() || !probes) {
            unanswered.add("what it sent again and again (tcp_retries2)");
        }
        if (probes) {
            unanswered.add("keep-alive probes (" + KEEPALIVE + ")");
        }
        return "the kernel gave up: no answer to " + String.join(", or to ", unanswered);
    }

    private String byPeer(String deed, Instant noticed) {
        return cut().filter(cut -> !cut.already()).map(Ending::told).orElse(deed) + noticed(noticed);
    }

    private String noticed(Instant moment) {
        return ", noticed at " + TimeText.of(moment, session.wall());
    }
}
