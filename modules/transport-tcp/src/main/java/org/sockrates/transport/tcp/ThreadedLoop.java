package org.sockrates.transport.tcp;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.TransportSocket;

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
        places.acquireUninterruptibly();
        Optional<TransportSocket> peer = peers.accept(door);
        while (peer.isPresent()) {
            TransportSocket taken = peer.get();
            threads.newThread(() -> {
                        try {
                            conversation.hold(taken);
                        } finally {
                            places.release();
                        }
                    })
                    .start();
            places.acquireUninterruptibly();
            peer = peers.accept(door);
        }
    }
}
