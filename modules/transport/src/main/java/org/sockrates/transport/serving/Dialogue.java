package org.sockrates.transport.serving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** What a server and one peer say to each other: receive, answer, and so on until the peer has finished. */
public final class Dialogue {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSettings settings;
    private final Service service;
    private final PeerTable peers;
    private final Queue<ByteBuffer> spareBuffers = new ConcurrentLinkedQueue<>();

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
        ByteBuffer spare = spareBuffers.poll();
        ByteBuffer buffer = spare != null ? spare : ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            peer.socket().waiting(Waiting.unlimited());
            for (ByteBuffer text = unasked(); text != null && !peer.leaving(); text = unasked()) {
                sendAll(peer, text);
            }
            pause(peer);
            while (peer.socket().receive(buffer.clear()) != TransportSocket.END_OF_STREAM) {
                peer.gotOn();
                ByteBuffer answer = peer.leaving() ? null : answer(buffer.flip());
                if (answer != null) {
                    sendAll(peer, answer);
                }
                pause(peer);
            }
        } catch (IOException gone) {
            // the peer broke off, or was closed: that ends this dialogue and no other
        } finally {
            peers.remove(peer);
            spareBuffers.add(buffer);
        }
    }

    /** What the service answers to what was received; counted. */
    @Nullable
    public ByteBuffer answer(ByteBuffer received) {
        peers.received(received.remaining());
        synchronized (service) {
            return service.answer(received);
        }
    }

    /** What the service says by itself, or null. */
    @Nullable
    public ByteBuffer unasked() {
        synchronized (service) {
            return service.unasked();
        }
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
