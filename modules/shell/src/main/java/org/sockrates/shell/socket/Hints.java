package org.sockrates.shell.socket;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.shell.session.TimeText;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Returned;
import org.sockrates.transport.text.DurationText;

/** What a session knows about how a call ended, worked out from its own state; nothing where it knows nothing. */
final class Hints {
    private final Session session;
    private final OpenSocket socket;
    private final SocketEvent event;

    Hints(Session session, OpenSocket socket, SocketEvent event) {
        this.session = session;
        this.socket = socket;
        this.event = event;
    }

    List<String> lines() {
        if (event.outcome() instanceof Failed failed) {
            return failure(failed);
        }
        return event.outcome() instanceof Returned returned ? success(returned) : List.of();
    }

    private List<String> success(Returned returned) {
        if (returned.note().equals("end of stream") && socket.past().endsRead() > 1) {
            return List.of(ended());
        }
        InetSocketAddress local = event.local();
        if (event.call() == Call.BIND
                && local != null
                && event.arguments().get(0).endsWith(":0")) {
            return List.of("the system chose port " + local.getPort());
        }
        return List.of();
    }

    private List<String> failure(Failed failed) {
        Neighbours neighbours = new Neighbours(session, socket);
        return switch (failed.errno()) {
            case ECONNREFUSED -> {
                InetSocketAddress peer = event.peer();
                yield peer == null ? List.of() : neighbours.nobodyAt(peer, event.call());
            }
            case EADDRINUSE -> neighbours.whoHas(event.arguments().get(0));
            case EACCES ->
                List.of(
                        event.call() == Call.BIND
                                ? "ports below 1024 need privileges here; take one above"
                                : "broadcast is off:  options " + socket.word() + " SO_BROADCAST on");
            case EADDRNOTAVAIL -> List.of("no interface of this machine has that address; see  doctor");
            case EAGAIN -> List.of(nothing());
            case EINTR -> List.of("ended by you; " + socket.label() + " is as before");
            case EINVAL -> invalid(failed);
            case EISCONN -> List.of("connected to " + address(socket.socket().remote()) + " already");
            case ENOTCONN -> List.of(notConnected());
            case EDESTADDRREQ ->
                List.of("it has no peer: use  sendto " + socket.word() + " HOST PORT DATA , or connect first");
            case EPIPE -> List.of(brokenPipe());
            case ECONNRESET ->
                List.of("the peer threw the connection away" + at(socket.past().reset()));
            case ETIMEDOUT -> neighbours.noAnswer(event.peer());
            default -> detail(failed);
        };
    }

    private List<String> invalid(Failed failed) {
        return switch (event.call()) {
            case BIND ->
                List.of("bound to " + address(socket.socket().local()) + " already; an address cannot be changed");
            case ACCEPT -> List.of(notListening());
            default -> detail(failed);
        };
    }

    private String notListening() {
        if (socket.socket().phase() != Phase.CONNECTED) {
            return "it does not listen: try  listen " + socket.word();
        }
        return "it is one end of a conversation; accept is for a socket that listens"
                + new Neighbours(session, socket)
                        .listening()
                        .map(door -> ": try  accept " + door.word())
                        .orElse("");
    }

    private String nothing() {
        String limit = DurationText.print(session.defaults().timeout());
        if (event.call() == Call.ACCEPT) {
            return "nobody connected within " + limit;
        }
        if (event.call() == Call.SEND || event.call() == Call.SENDTO) {
            return "not one byte fitted within " + limit + ": the buffers are full, nobody reads at the other end";
        }
        Optional<OpenSocket> other = new Neighbours(session, socket).peer();
        return "nothing came within " + limit
                + other.map(peer -> "; the other end is " + peer.label() + ": try  send " + peer.word() + " …")
                        .orElse("");
    }

    private String notConnected() {
        return socket.socket().phase() == Phase.LISTENING
                ? "it listens; what accept returns is what one receives on:  accept " + socket.word()
                : "not connected yet: try  connect " + socket.word() + " HOST PORT";
    }

    private String brokenPipe() {
        if (socket.past().outputEnded()) {
            return "you ended this direction yourself: shutdown " + socket.word() + " out";
        }
        if (socket.past().peerEnded() != null) {
            return ended();
        }
        return socket.socket().phase() == Phase.CONNECTED
                ? "the peer does not receive any more"
                : "not connected yet: try  connect " + socket.word() + " HOST PORT";
    }

    private String ended() {
        return socket.past().inputEnded()
                ? "you ended this direction yourself: shutdown " + socket.word() + " in"
                : "closed by the peer" + at(socket.past().peerEnded());
    }

    private String at(java.time.@Nullable Instant moment) {
        return moment == null ? "" : " at " + TimeText.of(moment, session.wall());
    }

    /** What the transport said beyond the errno. */
    private static List<String> detail(Failed failed) {
        String said = failed.detail();
        int colon = said.indexOf(": ");
        String rest = colon < 0 ? said : said.substring(colon + 2);
        return rest.equals(failed.errno().text()) ? List.of() : List.of(rest);
    }

    private static String address(@Nullable InetSocketAddress address) {
        return address == null ? "an address" : CallText.address(address);
    }
}
