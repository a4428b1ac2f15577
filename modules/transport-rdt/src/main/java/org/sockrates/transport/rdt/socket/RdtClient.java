package org.sockrates.transport.rdt.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Client;
import org.sockrates.transport.ClientSettings;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** A client over reliable data transfer: create, connect, send, receive, close. */
final class RdtClient implements Client {
    private final Transport rdt;
    private final ClientSettings settings;
    private @Nullable TransportSocket socket;

    RdtClient(Transport rdt, ClientSettings settings) {
        this.rdt = rdt;
        this.settings = settings;
    }

    @Override
    public void open() throws IOException {
        close(); // what an earlier open made

        // 1. create
        socket = rdt.open(Family.of(settings.server().getAddress()));
        socket.waiting(Waiting.atMost(settings.limit()));

        // 2. connect: three messages, as TCP shakes hands
        socket.connect(settings.server());
    }

    @Override
    public void send(ByteBuffer request) throws IOException {
        // 3. send, until the stream has taken every byte
        TransportSocket stream = opened(Call.SEND);
        int size = request.remaining();
        while (request.hasRemaining()) {
            try {
                stream.send(request);
            } catch (SocketCallException failure) {
                throw failure.partly(size - request.remaining(), size, "bytes handed over");
            }
        }
    }

    @Override
    public void finish() throws IOException {
        // "I have said everything": the server reads the end of the stream, and may still answer
        opened(Call.SHUTDOWN).shutdown(Direction.OUT);
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        // 4. receive: some bytes, not necessarily one message
        return opened(Call.RECV).receive(into);
    }

    @Override
    public void close() throws IOException {
        // 5. close
        if (socket != null) {
            socket.close();
        }
    }

    private TransportSocket opened(Call call) throws SocketCallException {
        if (socket == null) {
            throw new SocketCallException(call, Errno.ENOTCONN);
        }
        return socket;
    }
}
