package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
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
    /**
     * Within which it begins, by lot, or within half of the warm-up: of two that always begin at once the same one is always
     * too late for a full queue.
     */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Meeting meeting;
    private final Run run;
    private final SplitMix64 lots;
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
        this.lots = SplitMix64.part(run.settings().seed(), number);
        this.sender = run.traits().flowControlled()
                ? Eager.of(meeting.client(), run.passage(), MESSAGE_BYTES)
                : Eager.paced(meeting.client(), run.passage(), MESSAGE_BYTES, floodBitsPerSecond, lots);
    }

    /** Begins to send and to read, until the window ends. */
    void begin(Window window) {
        TransportSocket socket = meeting.server();
        socket.waiting(Waiting.atMost(STEP));
        reading = run.passage().start("reader", () -> counted(socket, window));
        long warmUp = Math.max(0, window.from() - window.clock().nanoTime());
        Duration pause = Duration.ofNanos((long) (Math.min(FIRST_PAUSE.toNanos(), warmUp / 2) * lots.nextDouble()));
        sending = run.passage().start("sender", () -> {
            run.passage().sleep(pause);
            return sender.send(Long.MAX_VALUE);
        });
    }

    private static Tally counted(TransportSocket socket, Window window) throws IOException {
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

    /** Waits for the end of the window; what was read until then. */
    Tally read() throws IOException {
        Tally read = Objects.requireNonNull(reading).join(run.settings().actorLimit());
        sender.stop();
        if (sending != null) {
            sending.join(run.settings().actorLimit());
        }
        return read;
    }

    /** Throws away what is still under way. */
    @Override
    public void close() throws IOException {
        sender.stop();
        meeting.client().abort();
        meeting.close();
    }
}
