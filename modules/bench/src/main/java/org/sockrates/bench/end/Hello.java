package org.sockrates.bench.end;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.tcp.TcpTransport;

/** Our client role, once: open, send hello, receive the reply, close. */
final class Hello {
    static final String REPLY = "hello, whoever you are";

    private static final byte[] REQUEST = "hello".getBytes(StandardCharsets.US_ASCII);

    private final Transport tcp = new TcpTransport();
    private final ClientSettings settings;
    private final ByteBuffer request = ByteBuffer.allocateDirect(REQUEST.length).put(REQUEST);
    private final ByteBuffer reply = ByteBuffer.allocateDirect(REPLY.length());

    Hello(InetSocketAddress server) {
        this.settings = new ClientSettings(server, Duration.ofSeconds(5));
    }

    void exchange() throws IOException {
        try (Client client = tcp.client(settings)) {
            client.open();
            client.send(request.flip());
            reply.clear();
            while (reply.hasRemaining()) {
                if (client.receive(reply) == TransportSocket.END_OF_STREAM) {
                    throw new IOException("the server said only " + reply.position() + " bytes");
                }
            }
        }
    }
}
