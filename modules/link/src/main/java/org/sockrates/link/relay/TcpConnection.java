package org.sockrates.link.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.link.Hop;
import org.sockrates.link.fault.Piece;
import org.sockrates.link.fault.StreamPlan;
import org.sockrates.link.rule.Verdict;
import org.sockrates.link.rule.Way;

/**
 * One relayed connection: the client's socket, a socket of its own to the server, and the two ways between them. The
 * client is read only once the server has answered; a server that refuses resets the client.
 */
final class TcpConnection {
    private final TcpRelay relay;
    private final long number;
    private final InetSocketAddress client;
    private final TcpEnd near;
    private final TcpEnd far;
    private final StreamWay up;
    private final StreamWay down;
    private @Nullable Hop hop;
    private boolean serving;
    private boolean closed;

    TcpConnection(TcpRelay relay, long number, SocketChannel accepted, SocketChannel towards) throws IOException {
        this.relay = relay;
        this.number = number;
        try {
            client = (InetSocketAddress) accepted.getRemoteAddress();
            near = new TcpEnd(accepted, relay.loop(), this::nearReady);
            far = new TcpEnd(towards, relay.loop(), this::farReady);
        } catch (IOException gone) {
            towards.close();
            throw gone;
        }
        up = new StreamWay(this, relay, Way.UPSTREAM, near, far);
        down = new StreamWay(this, relay, Way.DOWNSTREAM, far, near);
    }

    InetSocketAddress client() {
        return client;
    }

    /** Its number, from 1 on. */
    long number() {
        return number;
    }

    /** One way through the relay; known once both sockets are connected. */
    Hop hop(Way way) {
        Hop up = Objects.requireNonNull(hop);
        return way == Way.UPSTREAM ? up : up.back();
    }

    void connect(InetSocketAddress target) {
        try {
            if (far.channel.connect(target)) {
                serve();
            } else {
                far.await(SelectionKey.OP_CONNECT, true);
            }
        } catch (IOException refused) {
            relay.refused(client, refused);
            reset();
        }
    }

    private void serve() throws IOException {
        InetSocketAddress exit = (InetSocketAddress) far.channel.getLocalAddress();
        Hop through = new Hop(client, relay.listen(), exit, relay.target());
        hop = through;
        far.await(SelectionKey.OP_CONNECT, false);
        serving = true;
        relay.served(through);
        useFaults(relay.plan());
        useLink(relay.plan());
    }

    /** Takes other faults from now on. */
    void useFaults(StreamPlan plan) {
        if (serving) {
            up.useFaults(plan);
            down.useFaults(plan);
        }
    }

    /** Takes another link's delay and rate from now on. */
    void useLink(StreamPlan plan) {
        if (serving) {
            up.useLink(plan);
            down.useLink(plan);
        }
    }

    private void nearReady() {
        if (near.ready(SelectionKey.OP_WRITE)) {
            down.flush();
        }
        if (near.ready(SelectionKey.OP_READ)) {
            up.read();
        }
    }

    private void farReady() {
        if (far.ready(SelectionKey.OP_CONNECT)) {
            connected();
        }
        if (far.ready(SelectionKey.OP_WRITE)) {
            up.flush();
        }
        if (far.ready(SelectionKey.OP_READ)) {
            down.read();
        }
    }

    private void connected() {
        try {
            if (far.channel.finishConnect()) {
                serve();
            }
        } catch (IOException refused) {
            relay.refused(client, refused);
            reset();
        }
    }

    /** Goes on after a pause. */
    void flush() {
        up.flush();
        down.flush();
    }

    /** Whether both sockets are connected and neither is closed. */
    boolean isServing() {
        return serving;
    }

    void closeIfFinished() {
        if (up.finished() && down.finished()) {
            end(false);
        }
    }

    /**
     * The relay ends it, which neither peer did.
     *
     * @param kind how: a reset, or a close
     * @param fault the word of the fault that does it; empty for the relay itself
     */
    void cut(Piece.Kind kind, String fault) {
        boolean abruptly = kind == Piece.Kind.RESET;
        if (serving) {
            Hop through = hop(Way.UPSTREAM);
            Endings endings = relay.endings();
            endings.add(new Cut(through.from(), through.entry(), fault, abruptly, down.finished()));
            endings.add(new Cut(through.to(), through.exit(), fault, abruptly, up.finished()));
            if (!fault.isEmpty()) {
                endings.add(
                        new StreamEnd(relay.loop().nowNanos(), client, Optional.empty(), kind, Verdict.PASSED, fault));
            }
        }
        end(abruptly);
    }

    /** Resets both peers. */
    void reset() {
        end(true);
    }

    private void end(boolean abruptly) {
        if (closed) {
            return;
        }
        closed = true;
        serving = false;
        up.forget();
        down.forget();
        for (TcpEnd each : new TcpEnd[] {near, far}) {
            if (abruptly) {
                each.reset();
            } else {
                each.close();
            }
        }
        relay.ended(this);
    }
}
