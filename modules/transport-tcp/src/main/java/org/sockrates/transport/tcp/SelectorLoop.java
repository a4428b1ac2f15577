package org.sockrates.transport.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.serving.AcceptLoop;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.Peer;
import org.sockrates.transport.serving.PeerTable;
import org.sockrates.transport.serving.Shortage;

/** One thread for all peers: ask the system which of them can go on, and serve just those. */
final class SelectorLoop implements AcceptLoop {
    /** The newcomer is gone again, or the server is closing. */
    private static final Set<Errno> HARMLESS = EnumSet.of(Errno.EAGAIN, Errno.ECONNABORTED, Errno.EBADF);

    /** How much longer a pause may take than it should. */
    private static final long MOST_LATE_MILLIS = 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Shortage shortage = new Shortage();
    private final List<Peer> over = new ArrayList<>();
    /** Out of descriptors: nobody is accepted for a while, though the system says without end that somebody could be. */
    private boolean full;

    @Override
    public void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException {
        try (Selector selector = Selector.open()) {
            peers.whenClosing(selector::wakeup);
            SelectionKey entrance = selectable(door).register(selector, SelectionKey.OP_ACCEPT);
            Consumer<SelectionKey> turn = key -> {
                if (!(key.attachment() instanceof SelectedPeer selected)) {
                    accept(selector, door, dialogue, peers);
                } else if (selected.proceed(buffer.clear())) {
                    wish(key, selected.wish());
                } else {
                    key.cancel();
                    over.add(selected.peer());
                }
            };
            long idleNanos = dialogue.settings().idleLimit().toNanos();
            int mostPeers = dialogue.settings().mostPeers();
            Duration pause = dialogue.settings().pauseBeforeRead();
            long nextLook = SystemClock.INSTANCE.nanoTime();
            while (!peers.closed() || peers.size() > 0) {
                wish(entrance, full || peers.size() >= mostPeers ? 0 : SelectionKey.OP_ACCEPT);
                if (over.isEmpty()) {
                    selector.select(turn, napMillis(pause));
                } else {
                    letGo(selector, turn, peers);
                }
                if (!pause.isZero()) {
                    renewWishes(selector); // who has paused long enough reads on
                }
                if (SystemClock.INSTANCE.nanoTime() - nextLook >= 0) {
                    lookAround(selector, peers, idleNanos);
                    nextLook = SystemClock.INSTANCE.nanoTime() + PeerTable.ROUND.toNanos();
                }
            }
        } catch (ClosedChannelException closing) {
            // the server was closed while this began
        } catch (UncheckedIOException unexpected) {
            throw unexpected.getCause();
        }
    }

    /** Closes those who are done once the selector has forgotten them: of others Java takes leave with a FIN of its own. */
    private void letGo(Selector selector, Consumer<SelectionKey> turn, PeerTable peers) throws IOException {
        List<Peer> forgotten = List.copyOf(over);
        over.clear();
        selector.selectNow(turn);
        forgotten.forEach(peers::remove);
    }

    /** How long it may sleep: who is made to pause shall not wait much longer than that. */
    private static long napMillis(Duration pause) {
        return pause.isZero() ? PeerTable.ROUND.toMillis() : Math.max(1, Math.min(MOST_LATE_MILLIS, pause.toMillis()));
    }

    private void accept(Selector selector, TransportSocket door, Dialogue dialogue, PeerTable peers) {
        try {
            Peer peer = peers.add(door.accept());
            try {
                SelectedPeer selected = new SelectedPeer(peer, dialogue, peers);
                selectable(peer.socket()).register(selector, selected.wish(), selected);
            } catch (IOException gone) {
                peers.remove(peer);
            }
        } catch (IOException failure) {
            Errno errno = SocketCallException.of(Call.ACCEPT, failure).errno();
            if (Shortage.isIt(errno)) {
                shortage.met(peers.size());
                full = true;
            } else if (!HARMLESS.contains(errno)) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Ends who was silent too long; tries again where descriptors were short. */
    private void lookAround(Selector selector, PeerTable peers, long idleNanos) {
        full = full && shortage.lasts(peers.size());
        renewWishes(selector);
        peers.tend(idleNanos);
    }

    private static void renewWishes(Selector selector) {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof SelectedPeer peer) {
                wish(key, peer.wish());
            }
        }
    }

    /** Says what to wait for; a closing server may take the key away at any time. */
    private static void wish(SelectionKey key, int operations) {
        try {
            if (key.isValid() && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        } catch (CancelledKeyException closed) {
            // there is nothing left to wait for
        }
    }

    private static SelectableChannel selectable(TransportSocket socket) throws IOException {
        Optional<SelectableChannel> channel = socket.selectable();
        return channel.orElseThrow(() -> new IllegalStateException("a tcp socket has a channel"));
    }
}
