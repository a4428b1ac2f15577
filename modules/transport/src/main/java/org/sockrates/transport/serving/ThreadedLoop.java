package org.sockrates.transport.serving;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** A thread for each peer: the accepting thread goes straight back to accept. */
public final class ThreadedLoop implements AcceptLoop {
    private final ThreadFactory threads;
    private final Semaphore places;

    public ThreadedLoop(ThreadFactory threads, int mostPeers) {
        this.threads = threads;
        this.places = new Semaphore(mostPeers);
    }

    @Override
    public void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException {
        door.waiting(Waiting.unlimited());
        try (IdleWatch watch = new IdleWatch(peers, dialogue.settings().idleLimit())) {
            places.acquireUninterruptibly();
            Optional<Peer> peer = peers.accept(door);
            while (peer.isPresent()) {
                start(dialogue, peer.get(), peers);
                places.acquireUninterruptibly();
                peer = peers.accept(door);
            }
        }
    }

    private void start(Dialogue dialogue, Peer peer, PeerTable peers) {
        Thread thread = threads.newThread(() -> {
            try {
                dialogue.hold(peer);
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
