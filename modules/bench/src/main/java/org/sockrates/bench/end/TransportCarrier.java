package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.sockrates.transport.TransportSocket;

/** Over our transport. */
record TransportCarrier(TransportSocket socket) implements Carrier {
    @Override
    public void send(ByteBuffer message) throws IOException {
        while (message.hasRemaining()) {
            socket.send(message);
        }
    }

    @Override
    public void send(ByteBuffer[] messages) throws IOException {
        while (messages[messages.length - 1].hasRemaining()) {
            socket.send(messages, 0, messages.length);
        }
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        return socket.receive(into);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
