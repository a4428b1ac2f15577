package org.sockrates.shell.socket;

import java.util.Optional;
import org.sockrates.shell.machine.KernelRows;
import org.sockrates.shell.session.OpenSocket;
import org.sockrates.shell.session.Session;
import org.sockrates.transport.Call;
import org.sockrates.transport.text.DurationText;

/** Why a call waited in vain, for as long as it might. */
final class Vain {
    private static final String URGENT_IN_PLACE = "SO_OOBINLINE";

    private final Session session;
    private final OpenSocket socket;
    private final Neighbours neighbours;

    Vain(Session session, OpenSocket socket, KernelRows kernel) {
        this.session = session;
        this.socket = socket;
        this.neighbours = new Neighbours(session, socket, kernel);
    }

    String line(Call call) {
        String limit = DurationText.print(socket.limit(call, session.defaults().timeout()));
        Optional<String> paused = neighbours.heldBack().map(link -> ": " + link);
        if (call == Call.ACCEPT) {
            return "nobody connected within " + limit + paused.orElse("");
        }
        return call.sends()
                ? "not one byte fitted within " + limit + paused.orElseGet(() -> ": " + full())
                : "nothing came within " + limit + paused.or(this::silent).orElse("");
    }

    /** Whoever reads nothing has something to read; where that is not so, it did not come. No reader holds UDP back. */
    private String full() {
        if (!socket.traits().flowControlled()) {
            return "the send buffer is full, this machine has not sent yet what waits there";
        }
        if (!socket.isKernels()) {
            return "the buffers are full: nobody reads, or packets vanish";
        }
        return neighbours
                .otherEnd()
                .map(row -> row.receiveQueue() > 0
                        ? "the buffers are full, nobody reads"
                        : "the send buffer is full, the peer has not acknowledged")
                .orElse("the buffers are full: nobody reads, or packets vanish");
    }

    private Optional<String> silent() {
        return neighbours
                .peer()
                .map(this::silent)
                .or(() -> neighbours
                        .sharer()
                        .map(other ->
                                "; " + other.label() + " has this port, too: one of them gets it, of a group's each"))
                .or(() -> neighbours.unaccepted().map(why -> "; " + why));
    }

    private String silent(OpenSocket peer) {
        if (peer.past().loss() != null) {
            return "; " + peer.label() + " has lost the connection: nothing more comes";
        }
        if (peer.past().sentUrgent() && !"on".equals(socket.options().get(URGENT_IN_PLACE))) {
            return "; what " + peer.label() + " sent last is urgent, outside the stream:  explain " + URGENT_IN_PLACE;
        }
        return isToCome(peer)
                ? "; what " + peer.label() + " sent is still to come"
                : "; the other end is " + peer.label() + ": try  send " + peer.word() + " …";
    }

    /** Where nothing gets lost for good, whatever was sent and not received is on its way; so is the end of a stream. */
    private boolean isToCome(OpenSocket peer) {
        return socket.traits().reliable()
                && (peer.past().outputEnded()
                        || peer.past().sentBytes() > socket.past().receivedBytes());
    }
}
