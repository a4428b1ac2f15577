package org.sockrates.transport;

import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The server's role, in the textbook's steps: create, bind, listen, accept, receive and send, close. It is not a
 * framework: {@link #serve()} runs in the thread that calls it and does the same few calls a student would type.
 */
public interface Server extends AutoCloseable {
    /**
     * Create, bind, and listen where the transport listens; once. Whoever calls this closes the server, also when this fails.
     * One that was opened before, or closed, throws {@link IllegalStateException} and opens nothing.
     *
     * @return the address it is bound to, with the port the system chose where 0 was asked for. Where that is the wildcard
     *     ({@code 0.0.0.0}) it is reached at every address of this machine, and others need to be told one of these.
     */
    InetSocketAddress open() throws IOException;

    /**
     * Serves until {@link #close()} is called by another thread; trouble with one peer, also an exception of the {@link
     * Service}, ends that peer only.
     *
     * @throws IllegalStateException before {@link #open()}
     */
    void serve() throws IOException;

    /**
     * Wants to be told, perhaps many times, that no thread is left for a further peer, who waits; to be asked before it
     * serves.
     */
    default void whenOutOfThreads(Runnable told) {
        // where one thread serves all, there is one
    }

    /** What it has done so far; may be asked by any thread. */
    ServerCounts counts();

    /**
     * Stops serving and closes every socket of this server. A stream server first tells its peers that it has finished, and
     * gives them a moment (200 ms) to finish too, so that no reply under way is lost to a reset.
     */
    @Override
    void close() throws IOException;
}
