package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.tcp.TcpTransport;

/** A client that makes one exchange after the other, a method for each of its steps: connect, say, hear, close. */
final class Hello {
    static final byte[] REPLY = "hello, whoever you are".getBytes(StandardCharsets.US_ASCII);
    static final int BACKLOG = 128;

    private static final byte[] REQUEST = "hello".getBytes(StandardCharsets.US_ASCII);

    private final Transport tcp = new TcpTransport();
    private final Waiting waiting;
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(REPLY.length);
    private @Nullable TransportSocket socket;

    Hello(Waiting waiting) {
        this.waiting = waiting;
    }

    void connect(InetSocketAddress server) throws IOException {
        socket = tcp.open(Family.AF_INET);
        socket.waiting(waiting);
        socket.connect(server);
    }

    void say() throws IOException {
        connected().send(request.flip());
    }

    void hear() throws IOException {
        reply.clear();
        while (reply.hasRemaining()) {
            if (connected().receive(reply) == TransportSocket.END_OF_STREAM) {
                throw new IOException("the server said only " + reply.position() + " bytes");
            }
        }
    }

    void close() throws IOException {
        connected().close();
    }

    private TransportSocket connected() {
        return Objects.requireNonNull(socket, "connect comes first");
    }
}
