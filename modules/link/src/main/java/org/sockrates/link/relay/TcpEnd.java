package org.sockrates.link.relay;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One of the two sockets of a relayed connection, and what the loop is to wait for on it. */
final class TcpEnd {
    final SocketChannel channel;
    private final SelectionKey key;

    TcpEnd(SocketChannel channel, RelayLoop loop, Runnable whenReady) throws IOException {
        this.channel = channel;
        key = loop.register(channel, 0, whenReady);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.socket().setOOBInline(true); // else an urgent byte would be missing from the stream
    }

    boolean ready(int operation) {
        return key.isValid() && (key.readyOps() & operation) != 0;
    }

    void await(int operation, boolean wanted) {
        if (key.isValid()) {
            int now = key.interestOps();
            int then = wanted ? now | operation : now & ~operation;
            if (then != now) {
                key.interestOps(then);
            }
        }
    }

    void shutdownOutput() {
        try {
            channel.shutdownOutput();
        } catch (IOException gone) {
            // the peer has gone, so it need not be told
        }
    }

    /** Closes; the peer reads the end of the stream. */
    void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // closed all the same
        }
    }

    /** Throws the connection away; the peer is sent a reset. */
    void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException gone) {
            // it has no connection any more: closing is all that is left
        }
        close();
    }
}
