package org.sockrates.transport.serving;

import java.io.IOException;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Phase;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;

/**
 * One peer of a server: its socket, when it last got on, and how it is sent home. Closing at once, with something of the
 * peer's still unread, would reset the connection, and the reset can overtake the last reply (RFC 2525 §2.17). So the
 * server says that it has finished, and for a moment reads on, without answering, until the peer has finished too. A peer
 * that the service failed is sent that reset: an end of the stream would say that this was all of the answer.
 */
public final class Peer {
    /** How long a peer may take to finish once it was told to. */
    static final long FAREWELL_NANOS = 200_000_000;

    private final TransportSocket socket;
    private volatile long lastNanos = SystemClock.INSTANCE.nanoTime();
    private volatile boolean leaving;
    private volatile boolean failed;

    public Peer(TransportSocket socket) {
        this.socket = socket;
    }

    public TransportSocket socket() {
        return socket;
    }

    /** It has sent something, or taken something, or was made to wait: its silence begins anew. */
    public void gotOn() {
        if (!leaving) {
            lastNanos = SystemClock.INSTANCE.nanoTime();
        }
    }

    /** Whether it was told to finish, so that it is no longer answered. */
    public boolean leaving() {
        return leaving;
    }

    /** Tells it to finish: it reads the end of the stream behind every reply. */
    public void leave() {
        if (leaving || socket.phase() == Phase.CLOSED) {
            return;
        }
        gotOn();
        leaving = true;
        try {
            socket.shutdown(Direction.OUT);
        } catch (IOException gone) {
            // then it needs no farewell
        }
    }

    /** The service has thrown for it: it is not answered any more, and shall learn so. */
    void failed() {
        failed = true;
    }

    /** Closes its socket, without a farewell. */
    void close() throws IOException {
        if (failed) {
            socket.abort();
        } else {
            socket.close();
        }
    }

    /** Whether it has used up its time: for saying something, or, once told to finish, for finishing. */
    public boolean overdue(long nowNanos, long idleNanos) {
        return nowNanos - lastNanos > (leaving ? FAREWELL_NANOS : idleNanos);
    }
}
