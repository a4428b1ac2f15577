package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/** The server's part where it only answers: what comes goes back to whom it came from. */
final class Echo {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);

    private Echo() {}

    /** Serves whoever comes to the door, one after the other, until the door is closed. */
    static long serve(Transport transport, TransportSocket door) throws IOException {
        Echo echo = new Echo();
        long served = 0;
        while (true) {
            try {
                if (transport.traits().connectionOriented()) {
                    try (TransportSocket peer = door.accept()) {
                        served++;
                        peer.waiting(door.waiting());
                        echo.answer(peer);
                    }
                } else {
                    echo.answer(door);
                }
            } catch (SocketCallException trouble) {
                if (trouble.errno() == Errno.EBADF) {
                    return served;
                }
            }
        }
    }

    /** Answers on one socket until the peer has said that nothing more comes, or the socket is closed. */
    static void converse(TransportSocket socket) throws IOException {
        try {
            new Echo().answer(socket);
        } catch (SocketCallException ended) {
            if (ended.errno() != Errno.EBADF) {
                throw ended;
            }
        }
    }

    private void answer(TransportSocket socket) throws IOException {
        while (true) {
            InetSocketAddress from = socket.receiveFrom(buffer.clear());
            if (from == null) {
                return;
            }
            buffer.flip();
            do {
                socket.sendTo(buffer, from);
            } while (buffer.hasRemaining());
        }
    }
}
