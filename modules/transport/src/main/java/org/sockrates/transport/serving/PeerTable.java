package org.sockrates.transport.serving;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.ServerCounts;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;

/** The peers a server holds now, and what it has counted. */
public final class PeerTable {
    /** How often silence is looked for. */
    public static final Duration ROUND = Duration.ofMillis(100);

    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder receivedBytes = new LongAdder();
    private final LongAdder sentBytes = new LongAdder();
    private final Closing closing = new Closing();
    private final Shortage shortage = new Shortage();
    private volatile Runnable nudge = () -> {};
    private volatile Runnable wantOfAThread = () -> {};

    /** The next peer, or empty when the door was closed. Out of descriptors, it waits for one to come free. */
    public Optional<Peer> accept(TransportSocket door) throws IOException {
        while (!closed()) {
            try {
                return Optional.of(add(door.accept()));
            } catch (SocketCallException failure) {
                if (Shortage.isIt(failure.errno())) {
                    rest();
                } else if (failure.errno() == Errno.EBADF) {
                    return Optional.empty();
                } else if (failure.errno() != Errno.EAGAIN && failure.errno() != Errno.ECONNABORTED) {
                    throw failure;
                }
            }
        }
        return Optional.empty();
    }

    /** Out of threads, waits for one to come free, by the thread that accepts; back also when the server closes. */
    void restForWantOfAThread() {
        wantOfAThread.run();
        rest();
    }

    private void rest() {
        shortage.met(size());
        while (!closedWithin(ROUND) && shortage.lasts(size())) {
            // nobody has gone yet
        }
    }

    /**
     * A newcomer, counted.
     *
     * @throws SocketCallException {@link Errno#EBADF} when the server is closing: the newcomer is closed too
     */
    public Peer add(TransportSocket socket) throws IOException {
        Peer peer = new Peer(socket);
        accepted.increment();
        peers.add(peer);
        if (closed()) {
            remove(peer);
            throw new SocketCallException(Call.ACCEPT, Errno.EBADF, "the server is closing");
        }
        return peer;
    }

    public void remove(Peer peer) {
        try {
            peer.close();
        } catch (IOException gone) {
            // it is no longer ours; nothing is left to do for it
        }
        peers.remove(peer);
        if (closed() && peers.isEmpty()) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Sends home who was silent too long, and closes who does not go. */
    public void tend(long idleNanos) {
        long now = SystemClock.INSTANCE.nanoTime();
        for (Peer peer : peers) {
            if (!peer.overdue(now, idleNanos)) {
                continue;
            }
            if (peer.leaving()) {
                remove(peer);
            } else {
                peer.leave();
            }
        }
    }

    public void received(int bytes) {
        messages.increment();
        receivedBytes.add(bytes);
    }

    public void sent(int bytes) {
        sentBytes.add(bytes);
    }

    public int size() {
        return peers.size();
    }

    public ServerCounts counts(int doors) {
        return new ServerCounts(
                doors + peers.size(), accepted.sum(), false, messages.sum(), receivedBytes.sum(), sentBytes.sum());
    }

    public boolean closed() {
        return closing.closed();
    }

    /** Waits, and says whether the server was closed meanwhile. */
    public boolean closedWithin(Duration time) {
        return closing.closedWithin(time);
    }

    /** What is to be told each time that no thread is left for a further peer. */
    public void whenOutOfThreads(Runnable told) {
        wantOfAThread = told;
    }

    /** What a loop that sleeps elsewhere wants to be told when the server closes. */
    public void whenClosing(Runnable wakeUp) {
        nudge = wakeUp;
    }

    /** Sends every peer home, waits a moment for them to go, and closes the rest. */
    public void close() {
        closing.close();
        peers.forEach(Peer::leave);
        nudge.run();
        awaitEmpty();
        peers.forEach(this::remove);
        awaitEmpty(); // somebody may have come at the same time, and goes again
        nudge.run();
    }

    private synchronized void awaitEmpty() {
        long end = SystemClock.INSTANCE.nanoTime() + Peer.FAREWELL_NANOS;
        try {
            for (long left = Peer.FAREWELL_NANOS;
                    left > 0 && !peers.isEmpty();
                    left = end - SystemClock.INSTANCE.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
