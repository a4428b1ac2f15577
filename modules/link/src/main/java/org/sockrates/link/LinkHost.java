package org.sockrates.link;

import java.io.IOException;
import java.util.List;

/**
 * Whatever puts a link to work between real sockets, in both ways at once: a relay, or a wire. It waits, holds and
 * counts, where the {@link Link} only decides. One that passes packets is a {@link PacketHost}. Every method may be
 * called by any thread.
 */
public interface LinkHost extends LinkControl, AutoCloseable {
    /** Holds everything back that comes from now on, until {@link #resume()}. */
    void pause();

    /** Lets go on what {@link #pause()} held back. */
    void resume();

    boolean paused();

    /** What has passed so far, both ways together; what is held back is counted as queued. */
    LinkReport report();

    /** The last packets it decided about, oldest first. */
    List<PassedPacket> log();

    /** Lets somebody be told of every packet from now on. */
    void observe(PacketObserver observer);

    /** Tells somebody no more; what it is being told now, it may still hear. */
    void ignore(PacketObserver observer);

    /** Whether it has ended by itself, by an error of the program or of the system: nothing passes any more. */
    boolean broken();

    /**
     * Makes sure that what was seen over it counts.
     *
     * @throws IOException when it is {@link #broken}
     */
    default void requireWhole() throws IOException {
        if (broken()) {
            throw new IOException("the link between the ends broke by itself");
        }
    }

    /** When it began, on its clock; times in its log are told from there. */
    long startNanos();

    /** Closes what it has open and waits for its threads to end. May be called twice. */
    @Override
    void close() throws IOException;
}
