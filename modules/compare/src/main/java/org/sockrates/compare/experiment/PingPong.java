package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.sockrates.compare.Run;
import org.sockrates.compare.Stopwatch;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.TransportSocket;

/** Asks a question of so many bytes, waits until it comes back, asks the next; keeps the times of those answered. */
final class PingPong {
    private final NanoClock clock;
    private final TransportSocket client;
    private final Ear ear;
    private final ByteBuffer ping;
    private final ByteBuffer pong;
    private Times nanos = new Times();
    private Jitter jitter = new Jitter();
    private int number;
    private long late;

    PingPong(Meeting meeting, Run run, int bytes) {
        this.clock = run.passage().clock();
        this.client = meeting.client();
        this.ear = Ear.on(client, run);
        this.ping = ByteBuffer.allocateDirect(bytes);
        this.pong = ByteBuffer.allocateDirect(bytes);
    }

    /**
     * Forgets the times so far, and asks.
     *
     * @return how many questions there was time for, at least one
     */
    long play(int most, Duration limit) throws IOException {
        nanos = new Times();
        jitter = new Jitter();
        late = 0;
        Stopwatch since = Stopwatch.start(clock);
        long asked = 0;
        do {
            asked++;
            long begun = clock.nanoTime();
            client.send(ping.clear().putInt(0, ++number));
            if (answered()) {
                long took = clock.nanoTime() - begun;
                nanos.add(took);
                jitter.add(took);
            } else if (!ear.isSure()) {
                late++;
            }
        } while (asked < most && since.isWithin(limit));
        return asked;
    }

    /** Waits for the answer to the last question; answers to earlier ones come too late to count. */
    private boolean answered() throws IOException {
        do {
            if (ear.hearWhole(pong.clear()) < 0) {
                return false;
            }
        } while (pong.getInt(0) != number);
        return true;
    }

    /** The questions without answer that may still have one: nobody waited any longer. */
    long late() {
        return late;
    }

    /** The round trips. */
    Times nanos() {
        return nanos;
    }

    /** Of the round trips. */
    Jitter jitter() {
        return jitter;
    }
}
