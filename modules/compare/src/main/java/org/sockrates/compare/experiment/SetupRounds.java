package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.compare.Run;
import org.sockrates.compare.Stopwatch;
import org.sockrates.transport.TransportSocket;

/** The client's part in {@link Setup}: socket, connect, a question, another question, close; keeps the times. */
final class SetupRounds {
    private final Run run;
    private final InetSocketAddress server;
    private Times connects = new Times();
    private Times firsts = new Times();
    private Times nexts = new Times();
    private final ByteBuffer message = ByteBuffer.allocateDirect(64);
    private long unanswered;

    SetupRounds(Run run, InetSocketAddress server) {
        this.run = run;
        this.server = server;
    }

    /**
     * Forgets the times so far, and makes rounds.
     *
     * @return how many rounds there was time for, at least one
     */
    long make(int most, Duration limit) throws IOException {
        connects = new Times();
        firsts = new Times();
        nexts = new Times();
        unanswered = 0;
        Stopwatch since = run.stopwatch();
        long made = 0;
        do {
            round();
            made++;
        } while (made < most && since.isWithin(limit));
        return made;
    }

    private void round() throws IOException {
        Stopwatch begun = run.stopwatch();
        try (TransportSocket client = run.open()) {
            Stopwatch connecting = run.stopwatch();
            client.connect(server);
            connects.add(connecting.nanos());
            Ear ear = Ear.on(client, run);
            if (!ask(client, ear, (byte) 1)) {
                unanswered++;
                return;
            }
            firsts.add(begun.nanos());
            Stopwatch again = run.stopwatch();
            if (ask(client, ear, (byte) 2)) {
                nexts.add(again.nanos());
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
