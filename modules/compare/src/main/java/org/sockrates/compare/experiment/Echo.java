package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.sockrates.link.Passage;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;

/** The server's part where it only answers: what comes goes back to whom it came from. */
final class Echo {
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(65_536);
    private long served;

    private Echo() {}

    /** Serves whoever comes to the door, one after the other, until the door is closed, and says how many came. */
    static long serve(Passage passage, TransportSocket door) throws IOException {
        Echo echo = new Echo();
        boolean connects = door.transport().traits().connectionOriented();
        UntilClosed.serve(passage, () -> {
            if (connects) {
                echo.take(door);
            } else {
                echo.answer(door);
            }
        });
        return echo.served;
    }

    private void take(TransportSocket door) throws IOException {
        try (TransportSocket peer = door.accept()) {
            served++;
            peer.waiting(door.waiting());
            answer(peer);
        }
    }

    /** Answers on one socket until the peer has said that nothing more comes, or the socket is closed, however late. */
    static void converse(TransportSocket socket) throws IOException {
        Echo echo = new Echo();
        boolean open = true;
        while (open) {
            try {
                echo.answer(socket);
                open = false;
            } catch (SocketCallException trouble) {
                open = trouble.outOfTime() && trouble.call().receives();
                if (!open && trouble.errno() != Errno.EBADF) {
                    throw trouble;
                }
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
