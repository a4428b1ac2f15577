package org.sockrates.transport.tcp;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** A thread for each peer: the accepting thread goes straight back to accept. */
final class ThreadedLoop implements AcceptLoop {
    private final ThreadFactory threads;
    private final Semaphore places;

    ThreadedLoop(ThreadFactory threads, int mostPeers) {
        this.threads = threads;
        this.places = new Semaphore(mostPeers);
    }

    @Override
    public void run(TransportSocket door, Conversation conversation, PeerTable peers) throws IOException {
        door.waiting(Waiting.unlimited());
        try (IdleWatch watch = new IdleWatch(peers, conversation.settings().idleLimit())) {
            places.acquireUninterruptibly();
            Optional<Peer> peer = peers.accept(door);
            while (peer.isPresent()) {
                start(conversation, peer.get(), peers);
                places.acquireUninterruptibly();
                peer = peers.accept(door);
            }
        }
    }

    private void start(Conversation conversation, Peer peer, PeerTable peers) {
        Thread thread = threads.newThread(() -> {
            try {
                conversation.hold(peer);
            } finally {
                places.release();
            }
        });
        try {
            thread.start();
        } catch (OutOfMemoryError noThreadLeft) {
            // the system has no thread for this peer; the others keep theirs
            peers.remove(peer);
            places.release();
        }
    }
}
