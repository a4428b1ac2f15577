package org.sockrates.transport.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.Server;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.serving.Closing;
import org.sockrates.transport.serving.Opening;

/** A UDP server: create, bind, receive, send, close. One socket for everybody; no listen, no accept. */
final class UdpServer implements Server {
    private final Transport udp;
    private final ServerSettings settings;
    private final Correspondents correspondents;
    private final Closing closing = new Closing();
    private volatile @Nullable TransportSocket socket;

    UdpServer(Transport udp, ServerSettings settings) {
        this.udp = udp;
        this.settings = settings;
        this.correspondents = new Correspondents(settings);
    }

    @Override
    public InetSocketAddress open() throws IOException {
        Opening.once(socket, closing.closed());

        // 1. create
        socket = udp.open(Family.of(settings.local().getAddress()));
        socket.waiting(Waiting.unlimited());

        // 2. bind
        socket.bind(settings.local());
        return Objects.requireNonNull(socket.local());
    }

    @Override
    public void serve() throws IOException {
        TransportSocket open = Opening.done(socket);
        ByteBuffer buffer = ByteBuffer.allocateDirect(LargestDatagram.ROOM_BYTES);
        while (!closing.closedWithin(settings.pauseBeforeRead())) {
            try {
                // 3. receive a datagram, whoever sent it
                InetSocketAddress from = Objects.requireNonNull(open.receiveFrom(buffer.clear()));

                // 4. send the answer to where it came from
                ByteBuffer answer = correspondents.answer(from, buffer.flip());
                if (answer != null) {
                    correspondents.sent(from, open.sendTo(answer, from));
                }
            } catch (SocketCallException trouble) {
                if (trouble.errno() == Errno.EBADF) {
                    return; // closed, by 5.
                }
                if (trouble.call() == Call.RECVFROM) {
                    throw trouble;
                }
                // an answer could not be sent; the next one may be
            }
        }
    }

    @Override
    public ServerCounts counts() {
        return correspondents.counts(closing.closed() || socket == null ? 0 : 1);
    }

    @Override
    public void close() throws IOException {
        // 5. close
        closing.close();
        if (socket != null) {
            socket.close();
        }
    }
}
