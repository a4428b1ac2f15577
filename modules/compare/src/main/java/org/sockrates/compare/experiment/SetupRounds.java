package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.sockrates.compare.Settings;
import org.sockrates.link.Passage;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.TransportSocket;

/** The client's part in {@link Setup}: socket, connect, a question, another question, close; keeps the times. */
final class SetupRounds {
    private final SocketKind transport;
    private final Passage passage;
    private final Settings settings;
    private final InetSocketAddress server;
    private Times connects = new Times();
    private Times firsts = new Times();
    private Times nexts = new Times();
    private final ByteBuffer message = ByteBuffer.allocateDirect(64);
    private long unanswered;

    SetupRounds(SocketKind transport, Passage passage, Settings settings, InetSocketAddress server) {
        this.transport = transport;
        this.passage = passage;
        this.settings = settings;
        this.server = server;
    }

    /**
     * Forgets the times so far, and makes rounds.
     *
     * @return how many rounds there was time for, at least one
     */
    long make(int most, long mostNanos) throws IOException {
        connects = new Times();
        firsts = new Times();
        nexts = new Times();
        unanswered = 0;
        long begun = passage.clock().nanoTime();
        long made = 0;
        do {
            round();
            made++;
        } while (made < most && since(begun) < mostNanos);
        return made;
    }

    private void round() throws IOException {
        long begun = passage.clock().nanoTime();
        try (TransportSocket client = Meeting.open(transport, passage, settings)) {
            long connecting = passage.clock().nanoTime();
            client.connect(server);
            connects.add(since(connecting));
            Ear ear = Ear.on(client, passage, settings);
            if (!ask(client, ear, (byte) 1)) {
                unanswered++;
                return;
            }
            firsts.add(since(begun));
            long again = passage.clock().nanoTime();
            if (ask(client, ear, (byte) 2)) {
                nexts.add(since(again));
            } else {
                unanswered++;
            }
        }
    }

    /** Sends a byte and waits for the same byte; others are copies the link made. */
    private boolean ask(TransportSocket client, Ear ear, byte question) throws IOException {
        client.send(message.clear().put(question).flip());
        while (ear.hear(message.clear()) > 0) {
            if (message.get(0) == question) {
                return true;
            }
        }
        return false;
    }

    private long since(long begun) {
        return passage.clock().nanoTime() - begun;
    }

    /** Nanoseconds in connect. */
    Times connects() {
        return connects;
    }

    /** Nanoseconds from the socket to the first answer. */
    Times firsts() {
        return firsts;
    }

    /** Nanoseconds from the second question to its answer. */
    Times nexts() {
        return nexts;
    }

    long unanswered() {
        return unanswered;
    }
}
