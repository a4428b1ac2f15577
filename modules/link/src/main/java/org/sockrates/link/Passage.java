package org.sockrates.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.sockrates.transport.NanoClock;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Transport;

/**
 * One use of a {@link Path}: the addresses to serve on and to connect to, the clock, the actors, and a report of what
 * passed. An experiment takes all of its time and all of its threads from here, so that on a path with virtual time the
 * same code is exact and repeatable.
 */
public interface Passage extends AutoCloseable {
    /** Reads this passage's time. */
    NanoClock clock();

    /** What makes the transport's sockets on this passage: as a rule the transport itself. */
    SocketKind through(Transport transport);

    /** Where a server of this passage binds; port 0. */
    InetSocketAddress serveOn();

    /** Where a client connects to reach the server that is bound at an address of this passage. */
    InetSocketAddress towards(InetSocketAddress server) throws IOException;

    /** Starts an actor: a server, a reader that stops. It runs beside the caller. */
    <T> Actor<T> start(String name, Callable<T> body);

    /** Waits, in this passage's time. */
    void sleep(Duration time);

    /** What has passed so far, both directions together. */
    LinkReport report();

    /**
     * Tells what sockets of this passage lost because their receive buffers were full. Not on the wire, where the kernel counts
     * damaged datagrams among them.
     */
    default Overflows overflows() {
        return Overflows.UNTOLD;
    }

    /** What the ends put on the wire so far; empty on a path that sees no packets. */
    default Optional<Traffic> traffic() {
        return Optional.empty();
    }

    /** The link of this passage, to be changed; empty where there is none. */
    default Optional<LinkControl> control() {
        return Optional.empty();
    }

    /** The switches of TCP on this passage; empty where TCP is the machine's own. */
    default Optional<TcpTuning> tuning() {
        return Optional.empty();
    }

    /**
     * Ends every relay and waits for every actor, each within a limit.
     *
     * @throws IOException also when what lay between the ends was {@link LinkHost#broken}: nothing seen there counts
     */
    @Override
    void close() throws IOException;

    /** Something that runs beside the experiment. */
    interface Actor<T> {
        /**
         * Waits for its end, in the passage's time, and gives its result.
         *
         * @throws IOException what the actor threw, or that it did not end within the limit
         */
        T join(Duration limit) throws IOException;

        /**
         * What an actor's body threw, as {@link #join} throws it: unchecked at once, all else as what this gives back.
         *
         * @param name of the actor
         */
        static IOException thrown(String name, ExecutionException thrown) {
            Throwable cause = thrown.getCause();
            if (cause instanceof IOException world) {
                return world;
            }
            if (cause instanceof RuntimeException bug) {
                throw bug;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            return new IOException(name + ": failed: " + cause, thrown);
        }
    }
}
