package org.sockrates.transport.tcp;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** The peers a server holds now, and what it has counted. */
final class PeerTable {
    private static final long RETRY_MILLIS = 50;

    private final Set<TransportSocket> sockets = ConcurrentHashMap.newKeySet();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder receivedBytes = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** The next peer, or empty when the door was closed. Out of descriptors, it waits for one to come free. */
    Optional<TransportSocket> accept(TransportSocket door) throws IOException {
        door.waiting(Waiting.unlimited());
        while (!closed()) {
            try {
                TransportSocket peer = door.accept();
                add(peer);
                return Optional.of(peer);
            } catch (SocketCallException failure) {
                switch (failure.errno()) {
                    case EAGAIN, ECONNABORTED -> {}
                    case EMFILE, ENOBUFS -> pause();
                    case EBADF -> {
                        return Optional.empty();
                    }
                    default -> throw failure;
                }
            }
        }
        return Optional.empty();
    }

    void add(TransportSocket peer) throws IOException {
        accepted.increment();
        sockets.add(peer);
        if (closed()) {
            remove(peer);
            throw new SocketCallException(Call.ACCEPT, Errno.EBADF, "the server is closing");
        }
    }

    void remove(TransportSocket peer) {
        sockets.remove(peer);
        try {
            peer.close();
        } catch (IOException gone) {
            // it is no longer ours; nothing is left to do for it
        }
    }

    void received(int bytes) {
        messages.increment();
        receivedBytes.add(bytes);
    }

    void sent(int bytes) {
        sentBytes.add(bytes);
    }

    int size() {
        return sockets.size();
    }

    ServerCounts counts(int doors) {
        return new ServerCounts(
                doors + sockets.size(), accepted.sum(), messages.sum(), receivedBytes.sum(), sentBytes.sum());
    }

    boolean closed() {
        return closing.getCount() == 0;
    }

    void close() {
        closing.countDown();
        for (TransportSocket peer : sockets) {
            remove(peer);
        }
    }

    private void pause() {
        try {
            closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
