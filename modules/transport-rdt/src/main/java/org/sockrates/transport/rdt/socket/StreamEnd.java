package org.sockrates.transport.rdt.socket;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** What a socket has once it asks for a connection, or has one: a stream of bytes in each direction. */
final class StreamEnd {
    private final Underlay underlay;
    private final Station station;
    private final Association peer;
    private final Turn reads;
    private final Turn writes;
    private volatile boolean closed;

    StreamEnd(Underlay underlay, Station station, Association peer, boolean shortAtOnce) {
        this.underlay = underlay;
        this.station = station;
        this.peer = peer;
        reads = new Turn(underlay.clock());
        writes = new Turn(underlay.clock());
        peer.connection().sendShortAtOnce(shortAtOnce);
    }

    void sendShortAtOnce(boolean atOnce) {
        synchronized (station.port()) {
            peer.connection().sendShortAtOnce(atOnce);
        }
    }

    InetSocketAddress remote() {
        return peer.remote();
    }

    /** Waits until both ends know of each other. */
    void awaitOpen(Waiting waiting) throws SocketCallException {
        underlay.callBegins();
        writes.begin(waiting);
        while (true) {
            long seen = peer.turnstile().count();
            synchronized (station.port()) {
                station.port().poll();
                needOpen(Call.CONNECT);
                failIfFailed(Call.CONNECT);
                if (peer.connection().isOpen()) {
                    return;
                }
            }
            awaitAnswer(seen);
        }
    }

    private void awaitAnswer(long seen) throws SocketCallException {
        try {
            writes.await(Call.CONNECT, peer.turnstile(), seen);
        } catch (SocketCallException silence) {
            throw silence.errno() == Errno.EAGAIN
                    ? new SocketCallException(Call.CONNECT, Errno.ETIMEDOUT, "no answer within the limit", silence)
                    : silence;
        }
    }

    int send(ByteBuffer message, Waiting waiting) throws SocketCallException {
        underlay.callBegins();
        writes.begin(waiting);
        int size = message.remaining();
        while (true) {
            long seen = peer.turnstile().count();
            synchronized (station.port()) {
                station.port().poll();
                int taken = size - message.remaining();
                if (taken > 0 && isOver()) {
                    return taken;
                }
                needOpen(Call.SEND);
                failIfOver();
                peer.connection().send(message, now());
                if (!message.hasRemaining()) {
                    return size;
                }
            }
            try {
                writes.await(Call.SEND, peer.turnstile(), seen);
            } catch (SocketCallException ended) {
                // as in C: what was taken is the answer, and an error that lasts meets the next call
                if (message.remaining() < size) {
                    return size - message.remaining();
                }
                throw ended;
            }
        }
    }

    private boolean isOver() {
        return peer.isMute() || peer.connection().failure().isPresent();
    }

    private void failIfOver() throws SocketCallException {
        failIfFailed(Call.SEND);
        if (peer.isMute()) {
            throw new SocketCallException(Call.SEND, Errno.EPIPE, "this direction was shut down");
        }
    }

    int receive(ByteBuffer into, Waiting waiting) throws SocketCallException {
        underlay.callBegins();
        reads.begin(waiting);
        while (true) {
            long seen = peer.turnstile().count();
            synchronized (station.port()) {
                if (peer.connection().availableBytes() == 0) {
                    station.port().poll();
                }
                needOpen(Call.RECV);
                int bytes = peer.isDeaf() ? 0 : peer.connection().receive(into, now());
                if (bytes > 0 || !into.hasRemaining()) {
                    return bytes;
                }
                if (peer.isDeaf() || peer.connection().isAtEnd()) {
                    return TransportSocket.END_OF_STREAM;
                }
                failIfFailed(Call.RECV);
            }
            reads.await(Call.RECV, peer.turnstile(), seen);
        }
    }

    void shutdown(Direction direction) throws SocketCallException {
        synchronized (station.port()) {
            needOpen(Call.SHUTDOWN);
            if (direction.in()) {
                peer.stopListening();
            }
            if (direction.out() && !peer.isMute() && peer.connection().failure().isEmpty()) {
                peer.stopTalking(now());
            }
            station.after(peer, now());
        }
    }

    /** Whether it has not been lost: of one that was, nobody is told any more. */
    boolean lives() {
        synchronized (station.port()) {
            station.port().poll();
            return peer.connection().failure().isEmpty();
        }
    }

    /** The socket is closed, with the port's monitor held; what has come already is looked at before. */
    void close(boolean abruptly) {
        station.port().poll();
        closed = true;
        peer.leave(abruptly, now());
        station.after(peer, now());
    }

    void wake() {
        reads.wake();
        writes.wake();
        peer.turnstile().advance();
    }

    private void needOpen(Call call) throws SocketCallException {
        if (closed) {
            throw new SocketCallException(call, Errno.EBADF, "closed");
        }
    }

    private void failIfFailed(Call call) throws SocketCallException {
        Optional<Errno> failure = peer.connection().failure();
        if (failure.isPresent()) {
            throw new SocketCallException(call, failure.get());
        }
    }

    private long now() {
        return underlay.clock().nanoTime();
    }
}
