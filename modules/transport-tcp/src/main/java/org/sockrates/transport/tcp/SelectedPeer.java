package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;

/**
 * One peer of a {@link SelectorLoop}. While an answer waits for room, nothing more is read from this peer: its own
 * slowness holds back itself and nobody else, and no more than one answer is kept for it.
 */
final class SelectedPeer {
    private final TransportSocket socket;
    private final Conversation conversation;
    private final PeerTable peers;
    private @Nullable ByteBuffer unsent;
    private long lastNanos = System.nanoTime();
    private long pausedUntilNanos;

    SelectedPeer(TransportSocket socket, Conversation conversation, PeerTable peers) {
        this.socket = socket;
        this.conversation = conversation;
        this.peers = peers;
        this.unsent = conversation.unasked();
        this.pausedUntilNanos =
                lastNanos + conversation.settings().pauseBeforeRead().toNanos();
    }

    /** Does what can be done now, and says in the key what to wait for next. */
    void proceed(SelectionKey key, ByteBuffer buffer) {
        try {
            lastNanos = System.nanoTime();
            if (unsent == null && lastNanos - pausedUntilNanos >= 0) {
                receive(buffer);
            }
            send();
            if (key.isValid()) {
                key.interestOps(wish());
            }
        } catch (IOException gone) {
            end();
        }
    }

    /** What this peer waits for: room to write, something to read, or, while it pauses, nothing. */
    int wish() {
        if (unsent != null) {
            return SelectionKey.OP_WRITE;
        }
        return System.nanoTime() - pausedUntilNanos >= 0 ? SelectionKey.OP_READ : 0;
    }

    private void receive(ByteBuffer buffer) throws IOException {
        try {
            if (socket.receive(buffer) == TransportSocket.END_OF_STREAM) {
                end();
                return;
            }
        } catch (SocketCallException failure) {
            if (failure.errno() == Errno.EAGAIN) {
                return;
            }
            throw failure;
        }
        pausedUntilNanos = lastNanos + conversation.settings().pauseBeforeRead().toNanos();
        unsent = conversation.answer(buffer.flip());
    }

    private void send() throws IOException {
        while (unsent != null) {
            try {
                peers.sent(socket.send(unsent));
            } catch (SocketCallException failure) {
                if (failure.errno() != Errno.EAGAIN) {
                    throw failure;
                }
            }
            if (unsent.hasRemaining()) {
                unsent = kept(unsent);
                return;
            }
            unsent = conversation.unasked();
        }
    }

    /** The buffer is shared by all peers, so what one of them could not take is copied out of it. */
    private static ByteBuffer kept(ByteBuffer rest) {
        return ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    }

    long silentSince(long nowNanos) {
        return nowNanos - lastNanos;
    }

    void end() {
        unsent = null;
        peers.remove(socket);
    }
}
