package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.sockrates.link.Passage;
import org.sockrates.transport.Errno;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/** A sender that sends all it may until it is told to stop, and says how much its system has taken so far. */
final class Eager {
    /** From half of it to one and a half. */
    private static final Duration STEP = Duration.ofMillis(1);

    private final TransportSocket socket;
    private final Passage passage;
    private final int messageBytes;
    private final double bytesPerNano;
    private final SplitMix64 lots;
    private final AtomicLong takenBytes = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Eager(TransportSocket socket, Passage passage, int messageBytes, double bytesPerNano, SplitMix64 lots) {
        this.socket = socket;
        this.passage = passage;
        this.messageBytes = messageBytes;
        this.bytesPerNano = bytesPerNano;
        this.lots = lots;
        socket.waiting(Waiting.atMost(Duration.ofMillis(100)));
    }

    /** Sends as quickly as the system takes it. */
    static Eager of(TransportSocket socket, Passage passage, int messageBytes) {
        return new Eager(socket, passage, messageBytes, Double.POSITIVE_INFINITY, new SplitMix64(0));
    }

    /**
     * Sends at a rate, whatever becomes of it.
     *
     * @param lots of its pauses: two that send in step share a full queue by who is first, and not by what they send
     */
    static Eager paced(
            TransportSocket socket, Passage passage, int messageBytes, double bitsPerSecond, SplitMix64 lots) {
        return new Eager(socket, passage, messageBytes, bitsPerSecond / 8e9, lots);
    }

    /**
     * Sends until it is told to stop, or so many bytes were taken.
     *
     * @return the bytes taken
     */
    long send(long mostBytes) throws IOException {
        ByteBuffer message = ByteBuffer.allocateDirect(messageBytes);
        NanoClock clock = passage.clock();
        long begun = clock.nanoTime();
        while (!stopped.get() && takenBytes.get() < mostBytes) {
            if (takenBytes.get() >= (clock.nanoTime() - begun) * bytesPerNano) {
                passage.sleep(Duration.ofNanos((long) (STEP.toNanos() * (0.5 + lots.nextDouble()))));
                continue;
            }
            takenBytes.addAndGet(taken(socket, message));
        }
        return takenBytes.get();
    }

    /** One send, of what is left of a message, or of all of it again; 0 when the system's buffers stayed full. */
    static int taken(TransportSocket socket, ByteBuffer message) throws IOException {
        if (!message.hasRemaining()) {
            message.clear();
        }
        try {
            return socket.send(message);
        } catch (SocketCallException failure) {
            if (failure.errno() == Errno.EAGAIN || failure.errno() == Errno.ENOBUFS) {
                return 0;
            }
            throw failure;
        }
    }

    /** The bytes taken so far. */
    long takenBytes() {
        return takenBytes.get();
    }

    void stop() {
        stopped.set(true);
    }
}
