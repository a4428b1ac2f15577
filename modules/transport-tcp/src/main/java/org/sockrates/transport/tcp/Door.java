package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.sockrates.transport.Call;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.channel.Patience;
import org.sockrates.transport.channel.ReadyWait;

/** What a TCP socket has once it listens: newcomers, one after the other. */
record Door(ServerSocketChannel channel, Patience patience) {
    /** The newcomer who has waited longest; waits for one. */
    SocketChannel accept() throws IOException {
        try {
            SocketChannel peer = channel.accept();
            return peer != null ? peer : acceptLater();
        } catch (IOException failure) {
            throw SocketCallException.of(Call.ACCEPT, failure);
        }
    }

    private SocketChannel acceptLater() throws IOException {
        ReadyWait newcomer = patience.toRead();
        SocketChannel peer = null;
        while (peer == null) {
            newcomer.await(Call.ACCEPT, channel, SelectionKey.OP_ACCEPT);
            peer = channel.accept();
        }
        return peer;
    }
}
