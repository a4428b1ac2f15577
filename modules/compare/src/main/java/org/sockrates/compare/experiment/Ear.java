package org.sockrates.compare.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.sockrates.compare.Run;
import org.sockrates.link.Passage;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * Listens on one socket until nothing more can come. Silence alone is no proof: it counts when, from one pause to the
 * next, nobody was sending and nothing was under way on the link. So a slow link is waited for, and a lost datagram is
 * not. Of a transport that promises to deliver, silence proves nothing before the patience is at its end: it may be
 * sending again.
 */
final class Ear {
    /** What {@link #hear} answers when nothing more can come, or the patience is at its end. */
    static final int SILENCE = -2;

    /** What it answers when the peer said that nothing more will come. */
    static final int END = TransportSocket.END_OF_STREAM;

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** One receive of a socket, or of something that reads messages from it. */
    @FunctionalInterface
    interface Source {
        int receive(ByteBuffer into) throws IOException;
    }

    private final Passage passage;
    private final Source source;
    private final BooleanSupplier sending;
    private final boolean reliable;
    private final boolean whole;
    private final long patienceNanos;
    private boolean sure;

    private Ear(Run run, Source source, BooleanSupplier sending, Traits traits) {
        this.passage = run.passage();
        this.source = source;
        this.sending = sending;
        this.reliable = traits.reliable();
        this.whole = traits.keepsBoundaries();
        this.patienceNanos = run.settings().patience().toNanos();
    }

    /** Listens to a socket while nobody sends any more. From here on its calls wait one pause, then fail. */
    static Ear on(TransportSocket socket, Run run) {
        return on(socket, socket::receive, () -> false, run);
    }

    /**
     * Listens to a source that reads from the socket.
     *
     * @param sending whether more is being sent, so that silence means nothing
     */
    static Ear on(TransportSocket socket, Source source, BooleanSupplier sending, Run run) {
        socket.waiting(Waiting.atMost(PAUSE));
        return new Ear(run, source, sending, socket.transport().traits());
    }

    /**
     * Receives, waiting as long as something may come.
     *
     * @return the bytes received, {@link #END} or {@link #SILENCE}
     */
    int hear(ByteBuffer into) throws IOException {
        long deadline = passage.clock().nanoTime() + patienceNanos;
        boolean still = false;
        sure = false;
        while (true) {
            try {
                int received = source.receive(into);
                sure = received == END;
                return received;
            } catch (SocketCallException failure) {
                if (failure.errno() != Errno.EAGAIN) {
                    throw failure;
                }
            }
            boolean quiet =
                    !reliable && !sending.getAsBoolean() && passage.report().queued() == 0;
            sure = still && quiet;
            if (sure || passage.clock().nanoTime() - deadline >= 0) {
                return SILENCE;
            }
            still = quiet;
        }
    }

    /** Receives one message: where its transport keeps no boundaries, in as many receives as it takes to fill the room. */
    int hearWhole(ByteBuffer into) throws IOException {
        int heard;
        do {
            heard = hear(into);
        } while (heard >= 0 && !whole && into.hasRemaining());
        return heard;
    }

    /** Whether the last answer means that nothing more can come, rather than that the patience was at its end. */
    boolean isSure() {
        return sure;
    }
}
