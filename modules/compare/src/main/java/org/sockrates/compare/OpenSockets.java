package org.sockrates.compare;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;

/** The sockets an experiment opened; once closed, every further one is closed at once. For any thread. */
final class OpenSockets implements AutoCloseable {
    private final Set<TransportSocket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Remembers a socket. */
    TransportSocket add(TransportSocket socket) throws SocketCallException {
        open.add(socket);
        if (closed) {
            close();
            throw new SocketCallException(Call.SOCKET, Errno.EINTR, "interrupted");
        }
        return socket;
    }

    @Override
    public void close() {
        closed = true;
        for (TransportSocket socket : open) {
            try {
                socket.close();
            } catch (IOException gone) {
                // an experiment that is over does not mind how its sockets ended
            }
        }
    }
}
