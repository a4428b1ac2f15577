package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import org.sockrates.transport.TransportSocket;

/** One thread for all peers: ask the system which of them can go on, and serve just those. */
final class SelectorLoop implements AcceptLoop {
    /** How often silence is looked for, and at the latest when closing is noticed. */
    private static final long ROUND_MILLIS = 100;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);

    @Override
    public void run(TransportSocket door, Conversation conversation, PeerTable peers) throws IOException {
        long idleNanos = conversation.settings().idleLimit().toNanos();
        long nextSweep = System.nanoTime();
        try (Selector selector = Selector.open()) {
            SelectionKey entrance = selectable(door).register(selector, SelectionKey.OP_ACCEPT);
            while (!peers.closed() && entrance.isValid()) {
                entrance.interestOps(peers.size() < conversation.settings().mostPeers() ? SelectionKey.OP_ACCEPT : 0);
                selector.select(key -> serve(key, door, conversation, peers), ROUND_MILLIS);
                if (System.nanoTime() - nextSweep >= 0) {
                    sweep(selector, idleNanos);
                    nextSweep = System.nanoTime() + ROUND_MILLIS * 1_000_000;
                }
            }
        } catch (ClosedChannelException closing) {
            // the server was closed while this began
        }
    }

    private void serve(SelectionKey key, TransportSocket door, Conversation conversation, PeerTable peers) {
        if (!key.isValid()) {
            return;
        }
        if (key.attachment() instanceof SelectedPeer peer) {
            peer.proceed(key, buffer.clear());
        } else {
            accept(key.selector(), door, conversation, peers);
        }
    }

    private static void accept(Selector selector, TransportSocket door, Conversation conversation, PeerTable peers) {
        try {
            TransportSocket socket = door.accept();
            peers.add(socket);
            SelectedPeer peer = new SelectedPeer(socket, conversation, peers);
            selectable(socket).register(selector, peer.wish(), peer);
        } catch (IOException failure) {
            // EAGAIN: the newcomer is gone again; EMFILE: it waits until a descriptor is free; EBADF: we are closing
        }
    }

    /** Ends who was silent too long, and wakes who was made to pause. */
    private static void sweep(Selector selector, long idleNanos) {
        long now = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            if (!(key.attachment() instanceof SelectedPeer peer)) {
                continue;
            }
            if (peer.silentSince(now) > idleNanos) {
                peer.end();
            } else if (key.isValid()) {
                key.interestOps(peer.wish());
            }
        }
    }

    private static SelectableChannel selectable(TransportSocket socket) throws IOException {
        Optional<SelectableChannel> channel = socket.selectable();
        return channel.orElseThrow(() -> new IllegalStateException("a tcp socket has a channel"));
    }
}
