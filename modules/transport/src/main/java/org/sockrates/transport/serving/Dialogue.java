package org.sockrates.transport.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.Call;
import org.sockrates.transport.Errno;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Uncaught;
import org.sockrates.transport.Waiting;

/** What a server and one peer say to each other: receive, answer, and so on until the peer has finished. */
public final class Dialogue {
    /** A piece of a stream. */
    private static final int BUFFER_BYTES = 16 * 1024;

    /** 16 MiB: a longer message is answered by no server. */
    private static final int MOST_BUFFER_BYTES = 1 << 24;

    /** For those who come next; a crowd that has gone leaves no more behind. */
    private static final int MOST_SPARE_BUFFERS = 32;

    private final ServerSettings settings;
    private final Service service;
    private final PeerTable peers;
    private final Queue<ByteBuffer> spareBuffers = new ArrayBlockingQueue<>(MOST_SPARE_BUFFERS);

    public Dialogue(ServerSettings settings, PeerTable peers) {
        this.settings = settings;
        this.service = settings.service();
        this.peers = peers;
    }

    public ServerSettings settings() {
        return settings;
    }

    /** Talks to one peer to the end, and closes it. */
    public void hold(Peer peer) {
        try {
            hold(peer, bufferBytes(peer.socket()));
        } catch (OutOfMemoryError noRoom) {
            // for messages as long as this transport's: it ends this dialogue, too
        } finally {
            peers.remove(peer);
        }
    }

    private void hold(Peer peer, int room) {
        ByteBuffer spare = room == BUFFER_BYTES ? spareBuffers.poll() : null;
        ByteBuffer buffer = spare != null ? spare : ByteBuffer.allocateDirect(room);
        try {
            peer.socket().waiting(Waiting.unlimited());
            for (ByteBuffer text = unasked(peer); text != null && !peer.leaving(); text = unasked(peer)) {
                sendAll(peer, text);
            }
            pause(peer);
            while (peer.socket().receive(buffer.clear()) != TransportSocket.END_OF_STREAM) {
                peer.gotOn();
                mustBeWhole(peer.socket());
                ByteBuffer answer = peer.leaving() ? null : answer(peer, buffer.flip());
                if (answer != null) {
                    sendAll(peer, answer);
                }
                pause(peer);
            }
        } catch (IOException gone) {
            // the peer broke off, or was closed: that ends this dialogue and no other
        } finally {
            if (room == BUFFER_BYTES) { // more is too much to keep
                spareBuffers.offer(buffer);
            }
        }
    }

    /** Room for a message, whole, where a message is what comes. */
    private static int bufferBytes(TransportSocket socket) {
        Traits traits = socket.transport().traits();
        return traits.keepsBoundaries()
                ? Math.max(BUFFER_BYTES, Math.min(traits.largestMessageBytes(), MOST_BUFFER_BYTES))
                : BUFFER_BYTES;
    }

    /** Half a message is not answered as if it were one. */
    private static void mustBeWhole(TransportSocket socket) throws SocketCallException {
        if (socket.truncatedBytes() > 0) {
            throw new SocketCallException(Call.RECV, Errno.EMSGSIZE);
        }
    }

    /**
     * What the service answers to what was received; counted.
     *
     * @throws IOException where the service throws: that ends this peer
     */
    @Nullable
    public ByteBuffer answer(Peer peer, ByteBuffer received) throws IOException {
        peers.received(received.remaining());
        try {
            synchronized (service) {
                return service.answer(received);
            }
        } catch (RuntimeException fault) {
            throw failed(peer, fault);
        }
    }

    /**
     * What the service says by itself, or null.
     *
     * @throws IOException where the service throws: that ends this peer
     */
    @Nullable
    public ByteBuffer unasked(Peer peer) throws IOException {
        try {
            synchronized (service) {
                ByteBuffer text = service.unasked();
                return text != null && text.hasRemaining()
                        ? text
                        : null; // of an empty one the peer would never have enough
            }
        } catch (RuntimeException fault) {
            throw failed(peer, fault);
        }
    }

    private static IOException failed(Peer peer, RuntimeException fault) {
        Uncaught.tell(fault);
        peer.failed();
        return new IOException("the service failed", fault);
    }

    private void sendAll(Peer peer, ByteBuffer answer) throws IOException {
        try {
            while (answer.hasRemaining()) {
                peers.sent(peer.socket().send(answer));
                peer.gotOn();
            }
        } catch (IOException failure) {
            if (!peer.leaving()) {
                throw failure;
            }
        }
    }

    /** The class watches the buffers fill. Ends early when the server closes. */
    private void pause(Peer peer) {
        if (!settings.pauseBeforeRead().isZero()) {
            peers.closedWithin(settings.pauseBeforeRead());
            peer.gotOn();
        }
    }
}
