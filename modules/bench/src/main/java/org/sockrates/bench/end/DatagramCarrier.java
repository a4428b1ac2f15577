package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;

/** Over a bare connected {@link DatagramChannel}. */
record DatagramCarrier(DatagramChannel channel, Patience patience) implements Carrier {
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
        for (ByteBuffer message : messages) {
            send(message);
        }
    }

    @Override
    public int receive(ByteBuffer into) throws IOException {
        int before = into.position();
        while (channel.receive(into) == null) {
            patience.await(SelectionKey.OP_READ);
        }
        return into.position() - before;
    }

    @Override
    public void close() throws IOException {
        patience.close();
        channel.close();
    }
}
