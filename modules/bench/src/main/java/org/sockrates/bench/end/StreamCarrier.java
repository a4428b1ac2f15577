package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** Over a bare {@link SocketChannel}, as one would write it without us. */
record StreamCarrier(SocketChannel channel, Patience patience) implements Carrier {
    @Override
    public void send(ByteBuffer message) throws IOException {
        channel.write(message);
        while (message.hasRemaining()) {
            patience.await(SelectionKey.OP_WRITE);
            channel.write(message);
        }
    }

    @Override
    public void send(ByteBuffer[] messages) throws IOException {
        channel.write(messages);
        while (messages[messages.length - 1].hasRemaining()) {
            patience.await(SelectionKey.OP_WRITE);
            channel.write(messages);
        }
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        int bytes = channel.read(into);
        while (bytes == 0) {
            patience.await(SelectionKey.OP_READ);
            bytes = channel.read(into);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        patience.close();
        channel.close();
    }
}
