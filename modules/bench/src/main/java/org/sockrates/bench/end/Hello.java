package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;
import org.sockrates.transport.tcp.TcpTransport;

/** One exchange: open, send hello, receive the reply, close. */
final class Hello {
    static final byte[] REPLY = "hello, whoever you are".getBytes(StandardCharsets.US_ASCII);
    static final int BACKLOG = 128;

    private static final byte[] REQUEST = "hello".getBytes(StandardCharsets.US_ASCII);

    private final Transport tcp = new TcpTransport();
    private final InetSocketAddress server;
    private final Waiting waiting;
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(REPLY.length);

    Hello(InetSocketAddress server, Waiting waiting) {
        this.server = server;
        this.waiting = waiting;
    }

    void exchange() throws IOException {
        try (TransportSocket socket = tcp.open(Family.AF_INET)) {
            socket.waiting(waiting);
            socket.connect(server);
            socket.send(request.flip());
            reply.clear();
            while (reply.hasRemaining()) {
                if (socket.receive(reply) == TransportSocket.END_OF_STREAM) {
                    throw new IOException("the server said only " + reply.position() + " bytes");
                }
            }
        }
    }
}
