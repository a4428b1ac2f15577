package org.sockrates.transport.serving;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A thread that was begun before there is a peer for it, and waits for one, or to be sent home. */
final class Attendant implements Runnable, AutoCloseable {
    private final CompletableFuture<Optional<Peer>> awaited = new CompletableFuture<>();
    private final Consumer<Peer> work;

    Attendant(Consumer<Peer> work) {
        this.work = work;
    }

    @Override
    public void run() {
        awaited.join().ifPresent(work);
    }

    /** Its peer has come. */
    void attendTo(Peer peer) {
        awaited.complete(Optional.of(peer));
    }

    /** Sends it home, unless its peer has come. */
    @Override
    public void close() {
        awaited.complete(Optional.empty());
    }
}
