package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sockrates.compare.Run;
import org.sockrates.link.Passage;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * One of several that share a link: a sender that sends all its transport lets it, and a reader that counts. A transport
 * that holds no sender back is sent at a rate.
 */
final class Flow implements AutoCloseable {
    private static final int MESSAGE_BYTES = 1000;
    private static final Duration STEP = Duration.ofMillis(50);

    private final Meeting meeting;
    private final Run run;
    private final Eager sender;
    private Passage.@Nullable Actor<Long> sending;
    private Passage.@Nullable Actor<Tally> reading;

    /**
     * @param number tells its lots from those of the others
     * @param floodBitsPerSecond at which a transport sends that holds no sender back
     */
    Flow(Run run, int number, double floodBitsPerSecond) throws IOException {
        this.meeting = Meeting.arrange(run);
        this.run = run;
        this.sender = run.traits().flowControlled()
                ? Eager.of(meeting.client(), run.passage(), MESSAGE_BYTES)
                : Eager.paced(
                        meeting.client(),
                        run.passage(),
                        MESSAGE_BYTES,
                        floodBitsPerSecond,
                        SplitMix64.part(run.settings().seed(), number));
    }

    /** Begins to send and to read, until the window ends. */
    void begin(Window window) {
        TransportSocket socket = meeting.server();
        socket.waiting(Waiting.atMost(STEP));
        reading = run.passage().start("reader", () -> read(socket, window));
        sending = run.passage().start("sender", () -> sender.send(Long.MAX_VALUE));
    }

    private static Tally read(TransportSocket socket, Window window) throws IOException {
        Tally tally = new Tally(window);
        ByteBuffer into = ByteBuffer.allocateDirect(65_536);
        while (window.clock().nanoTime() - window.to() < 0) {
            try {
                int heard = socket.receive(into.clear());
                if (heard < 0) {
                    return tally;
                }
                tally.add(heard, window.clock().nanoTime());
            } catch (SocketCallException silence) {
                if (silence.errno() != Errno.EAGAIN) {
                    throw silence;
                }
            }
        }
        return tally;
    }

    /** Waits for the end of the window; the bytes that were read within it. */
    long bytes() throws IOException {
        long bytes =
                reading == null ? 0 : reading.join(run.settings().actorLimit()).bytes();
        sender.stop();
        if (sending != null) {
            sending.join(run.settings().actorLimit());
        }
        return bytes;
    }

    /** Throws away what is still under way. */
    @Override
    public void close() throws IOException {
        sender.stop();
        meeting.client().abort();
        meeting.close();
    }
}
