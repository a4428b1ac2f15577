package org.sockrates.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.sockrates.link.Passage;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.Waiting;

/**
 * One run of an experiment: which transport is asked, where, and how thoroughly.
 *
 * @param transport the one that is asked
 * @param others those it is compared with; most experiments look at none of them
 * @param passage all time and all actors are its own
 */
public record Run(SocketKind transport, List<SocketKind> others, Passage passage, Settings settings) {
    private static final Duration LOOK = Duration.ofMillis(20);

    public Run {
        others = List.copyOf(others);
    }

    /** Of a transport that is compared with no other. */
    public Run(SocketKind transport, Passage passage, Settings settings) {
        this(transport, List.of(), passage, settings);
    }

    /** The same of another transport, beside this one. */
    public Run of(SocketKind other) {
        return new Run(other, others, passage, settings);
    }

    /** What the transport that is asked promises. */
    public Traits traits() {
        return transport.traits();
    }

    // --- sockets ----------------------------------------------------------------------------------------------------

    /** A socket of the passage's family, none of whose calls waits longer than the settings allow. */
    public TransportSocket open() throws IOException {
        TransportSocket socket = transport.open(Family.of(passage.serveOn().getAddress()));
        socket.waiting(Waiting.atMost(settings.patience()));
        return socket;
    }

    /** A server's: bound, and listening where the transport has connections. */
    public TransportSocket door(int backlog) throws IOException {
        TransportSocket door = open();
        try {
            door.bind(passage.serveOn());
            if (traits().connectionOriented()) {
                door.listen(backlog);
            }
            return door;
        } catch (IOException refused) {
            door.close();
            throw refused;
        }
    }

    /** Where a client reaches a socket that is bound. */
    public InetSocketAddress towards(TransportSocket door) throws IOException {
        return passage.towards(Objects.requireNonNull(door.local()));
    }

    // --- time -------------------------------------------------------------------------------------------------------

    /** Begins now, in the passage's time. */
    public Stopwatch stopwatch() {
        return Stopwatch.start(passage.clock());
    }

    /**
     * Waits until nothing is under way on the link, so that what was sent is where it can be, and so are the answers: until
     * it was empty at two looks in a row, or the patience is at its end.
     */
    public void awaitStillness() {
        Stopwatch waited = stopwatch();
        int emptyLooks = 0;
        while (emptyLooks < 2 && waited.isWithin(settings.patience())) {
            passage.sleep(LOOK);
            emptyLooks = passage.report().queued() == 0 ? emptyLooks + 1 : 0;
        }
    }
}
