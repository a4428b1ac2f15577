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
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.Peer;
import org.sockrates.transport.serving.PeerTable;
import org.sockrates.transport.serving.Shortage;

/** One thread for all peers: ask the system which of them can go on, and serve just those. */
final class SelectorLoop {
    /** The newcomer is gone again, or the server is closing. */
    private static final Set<Errno> HARMLESS = EnumSet.of(Errno.EAGAIN, Errno.ECONNABORTED, Errno.EBADF);

    /** How much longer a pause may take than it should. */
    private static final long MOST_LATE_MILLIS = 10;

    private final Selector selector;
    private final TransportSocket door;
    private final Dialogue dialogue;
    private final PeerTable peers;
    private final Duration pause;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final Shortage shortage = new Shortage();
    private final List<Peer> over = new ArrayList<>();
    /** Out of descriptors: nobody is accepted for a while, though the system says without end that somebody could be. */
    private boolean full;

    private SelectorLoop(Selector selector, TransportSocket door, Dialogue dialogue, PeerTable peers) {
        this.selector = selector;
        this.door = door;
        this.dialogue = dialogue;
        this.peers = peers;
        this.pause = dialogue.settings().pauseBeforeRead();
    }

    /** An {@link org.sockrates.transport.serving.AcceptLoop}. */
    static void run(TransportSocket door, Dialogue dialogue, PeerTable peers) throws IOException {
        try (Selector selector = Selector.open()) {
            peers.whenClosing(selector::wakeup);
            new SelectorLoop(selector, door, dialogue, peers).serve();
        } catch (ClosedChannelException closing) {
            // the server was closed while this began
        } catch (UncheckedIOException unexpected) {
            throw unexpected.getCause();
        }
    }

    private void serve() throws IOException {
        SelectionKey entrance = selectable(door).register(selector, SelectionKey.OP_ACCEPT);
        Consumer<SelectionKey> turn = this::turn;
        long nextLook = SystemClock.INSTANCE.nanoTime();
        while (!peers.closed() || peers.size() > 0) {
            boolean room = !full && peers.size() < dialogue.settings().mostPeers();
            wish(entrance, room ? SelectionKey.OP_ACCEPT : 0);
            if (over.isEmpty()) {
                selector.select(turn, napMillis());
            } else {
                letGo(turn);
            }
            if (!pause.isZero()) {
                renewWishes(); // who has paused long enough reads on
            }
            if (SystemClock.INSTANCE.nanoTime() - nextLook >= 0) {
                lookAround();
                nextLook = SystemClock.INSTANCE.nanoTime() + PeerTable.ROUND.toNanos();
            }
        }
    }

    /** Somebody can go on: a newcomer, or a peer. */
    private void turn(SelectionKey key) {
        if (!(key.attachment() instanceof SelectedPeer selected)) {
            accept();
        } else if (selected.proceed(buffer.clear())) {
            wish(key, selected.wish());
        } else {
            key.cancel();
            over.add(selected.peer());
        }
    }

    /** Closes those who are done once the selector has forgotten them: of others Java takes leave with a FIN of its own. */
    private void letGo(Consumer<SelectionKey> turn) throws IOException {
        List<Peer> forgotten = List.copyOf(over);
        over.clear();
        selector.selectNow(turn);
        forgotten.forEach(peers::remove);
    }

    /** How long it may sleep: who is made to pause shall not wait much longer than that. */
    private long napMillis() {
        return pause.isZero()
                ? PeerTable.ROUND.toMillis()
                : Math.max(1, Math.min(MOST_LATE_MILLIS, Deadline.nanos(pause) / 1_000_000));
    }

    private void accept() {
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
    private void lookAround() {
        full = full && shortage.lasts(peers.size());
        renewWishes();
        peers.tend(Deadline.nanos(dialogue.settings().idleLimit()));
    }

    private void renewWishes() {
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
