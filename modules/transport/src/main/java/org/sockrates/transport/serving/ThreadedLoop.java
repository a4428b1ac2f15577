package org.sockrates.transport.serving;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * A thread for each peer: the accepting thread goes straight back to accept. It accepts whom a thread waits for, so that
 * where the system has none left newcomers stay in the backlog; and only where there is one more, since Java begins a
 * thread for a signal, and loses the signal that it finds none for.
 */
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
            boolean open = true;
            while (open) {
                open = acceptOne(door, dialogue, peers);
            }
        }
    }

    /** Answers whether the door may be asked again. */
    private boolean acceptOne(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException {
        try (Attendant attendant = new Attendant(peer -> hold(dialogue, peer))) {
            if (begin(attendant)) {
                places.acquireUninterruptibly();
                Optional<Peer> peer = peers.accept(door);
                peer.ifPresent(attendant::attendTo);
                return peer.isPresent();
            }
        } // its own thread is free, too
        peers.restForWantOfAThread();
        return !peers.closed();
    }

    /** Answers whether there was a thread for it, and one more. */
    private boolean begin(Attendant attendant) {
        try {
            threads.newThread(attendant).start();
            threads.newThread(() -> {}).start();
            return true;
        } catch (OutOfMemoryError noThreadLeft) {
            return false;
        }
    }

    private void hold(Dialogue dialogue, Peer peer) {
        try {
            dialogue.hold(peer);
        } finally {
            places.release();
        }
    }
}
