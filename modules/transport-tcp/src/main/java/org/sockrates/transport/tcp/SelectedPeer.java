package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Deadline;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SystemClock;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.serving.Dialogue;
import org.sockrates.transport.serving.Peer;
import org.sockrates.transport.serving.PeerTable;

/**
 * One peer of a {@link SelectorLoop}. While an answer waits for room, nothing more is read from this peer: its own
 * slowness holds back itself and nobody else, and no more than one answer is kept for it.
 */
final class SelectedPeer {
    /** Answers sent in one turn: a peer that takes whatever comes must not keep the others waiting. */
    private static final int MOST_SENT = 16;

    private final Peer peer;
    private final Dialogue dialogue;
    private final PeerTable peers;
    private final long pauseNanos;
    private @Nullable ByteBuffer unsent;
    private boolean over;
    private long pausedUntilNanos;

    /** @throws IOException where there is no serving it */
    SelectedPeer(Peer peer, Dialogue dialogue, PeerTable peers) throws IOException {
        this.peer = peer;
        this.dialogue = dialogue;
        this.peers = peers;
        this.pauseNanos = Deadline.nanos(dialogue.settings().pauseBeforeRead());
        this.unsent = kept(dialogue.unasked(peer));
        pause();
    }

    Peer peer() {
        return peer;
    }

    /** Does what can be done now, and says whether there will be more to do. */
    boolean proceed(ByteBuffer buffer) {
        try {
            peer.gotOn();
            if (peer.leaving()) {
                unsent = null;
            }
            if (unsent == null && !paused()) {
                receive(buffer);
            }
            send();
        } catch (IOException failure) {
            over = over || !(failure instanceof SocketCallException call) || call.errno() != Errno.EAGAIN;
        }
        return !over;
    }

    /** What this peer waits for: room to write, something to read, or, while it pauses, nothing. */
    int wish() {
        if (unsent != null && !peer.leaving()) {
            return SelectionKey.OP_WRITE;
        }
        if (paused()) {
            peer.gotOn(); // who is made to wait is not silent
            return 0;
        }
        return SelectionKey.OP_READ;
    }

    private void receive(ByteBuffer buffer) throws IOException {
        if (peer.socket().receive(buffer) == TransportSocket.END_OF_STREAM) {
            over = true;
        } else if (!peer.leaving()) {
            pause();
            unsent = dialogue.answer(peer, buffer.flip());
        }
    }

    private void send() throws IOException {
        for (int turn = 0; unsent != null; turn++) {
            if (turn == MOST_SENT || !sentWhole(unsent)) {
                unsent = kept(unsent);
                return;
            }
            unsent = dialogue.unasked(peer);
        }
    }

    private boolean sentWhole(ByteBuffer answer) throws IOException {
        try {
            peers.sent(peer.socket().send(answer));
        } catch (SocketCallException failure) {
            if (failure.errno() != Errno.EAGAIN && !peer.leaving()) {
                throw failure;
            }
        }
        return !answer.hasRemaining();
    }

    /** The server's buffers are shared by all peers, so what one of them could not take at once is copied. */
    private static @Nullable ByteBuffer kept(@Nullable ByteBuffer rest) {
        return rest == null
                ? null
                : ByteBuffer.allocate(rest.remaining()).put(rest).flip();
    }

    private void pause() {
        if (pauseNanos > 0) {
            pausedUntilNanos = SystemClock.INSTANCE.nanoTime() + pauseNanos;
        }
    }

    private boolean paused() {
        return pauseNanos > 0 && !peers.closed() && SystemClock.INSTANCE.nanoTime() - pausedUntilNanos < 0;
    }
}
