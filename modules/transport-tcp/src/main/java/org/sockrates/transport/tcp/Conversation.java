package org.sockrates.transport.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.ServerSettings;
import org.sockrates.transport.Service;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** What a server and one peer say to each other: receive, answer, and so on until the peer has finished. */
final class Conversation {
    static final int BUFFER_BYTES = 16 * 1024;

    private final ServerSettings settings;
    private final Service service;
    private final PeerTable peers;

    Conversation(ServerSettings settings, PeerTable peers) {
        this.settings = settings;
        this.service = settings.service();
        this.peers = peers;
    }

    ServerSettings settings() {
        return settings;
    }

    /** Talks to one peer to the end, and closes it. */
    void hold(TransportSocket peer) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        try {
            peer.waiting(Waiting.atMost(settings.idleLimit()));
            for (ByteBuffer text = unasked(); text != null; text = unasked()) {
                sendAll(peer, text);
            }
            pause();
            while (peer.receive(buffer) != TransportSocket.END_OF_STREAM) {
                ByteBuffer answer = answer(buffer.flip());
                if (answer != null) {
                    sendAll(peer, answer);
                }
                buffer.clear();
                pause();
            }
        } catch (IOException gone) {
            // the peer broke off, or said nothing for too long: that ends this conversation and no other
        } finally {
            peers.remove(peer);
        }
    }

    /** What the service answers to what was received; counted. */
    @Nullable
    ByteBuffer answer(ByteBuffer received) {
        peers.received(received.remaining());
        synchronized (service) {
            return service.answer(received);
        }
    }

    /** What the service says by itself, or null. */
    @Nullable
    ByteBuffer unasked() {
        synchronized (service) {
            return service.unasked();
        }
    }

    private void sendAll(TransportSocket peer, ByteBuffer answer) throws IOException {
        while (answer.hasRemaining()) {
            peers.sent(peer.send(answer));
        }
    }

    /** The class watches the buffers fill. Ends early when the server closes. */
    private void pause() {
        long end = System.nanoTime() + settings.pauseBeforeRead().toNanos();
        for (long left = end - System.nanoTime(); left > 0 && !peers.closed(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 20_000_000));
        }
    }
}
