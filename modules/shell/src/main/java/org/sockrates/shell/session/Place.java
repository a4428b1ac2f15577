package org.sockrates.shell.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.link.PacketHost;
import org.sockrates.transport.Family;
import org.sockrates.transport.Transport;
import org.sockrates.transport.UsageException;

/**
 * Where the sockets of a session meet: which addresses stand for their ends where nobody names a host, and what lies
 * between. Not a {@link org.sockrates.link.Path}, which an experiment is handed; its name is that of one.
 */
public interface Place extends AutoCloseable {
    /** The word people type for it: {@code loopback}, {@code wire}. */
    String path();

    /** Puts up what the place needs, before the first socket is made. May be called again and again. */
    default void ready() throws IOException {}

    /**
     * Makes it as if it had never been used: what was seen here is forgotten, and what was done to it undone, except for
     * TCP's switches. What is still open here is cut off.
     */
    default void renew() throws IOException {}

    /** Where a socket binds whose host is left out. */
    InetAddress here(Family family) throws IOException;

    /** Whom a client asks whose host is left out. */
    InetAddress there(Family family) throws IOException;

    /**
     * The address a socket of this machine has that is reached at another.
     *
     * @return the same where ends see each other as they are
     */
    default InetSocketAddress behind(InetSocketAddress reached) {
        return reached;
    }

    /** Whether no other machine can reach any address of this place. */
    default boolean secluded() {
        return false;
    }

    /** The addresses people type here, for completion. */
    List<String> hosts();

    /** What packets were seen between the ends here, for the ladder; none where nobody sees any. */
    default SeenTraffic traffic() throws IOException {
        return SeenTraffic.NONE;
    }

    /** What was seen between the ends here that says of itself what it is, for the ladder. */
    default List<PassedMessage> passed() throws IOException {
        return List.of();
    }

    /**
     * Who must hear the events of the session's sockets to know what passes here.
     *
     * @param transports the session's, by name
     */
    default EventListener listener(Map<String, Transport> transports) {
        return (actor, event) -> {};
    }

    /**
     * Lets a teller tell every packet from now on, a line each; a place that sees none tells nothing.
     *
     * @return ends it; the teller is its owner's to close
     */
    default Tracing trace(Teller teller) throws IOException {
        return () -> {};
    }

    /** Something that tells until it is ended. */
    interface Tracing extends AutoCloseable {
        /** Waits, within a limit, until what has been seen by now is told. */
        default void settle() {}

        @Override
        void close();
    }

    /**
     * Puts TCP's switches where a profile has them, for the sockets opened from now on.
     *
     * @return puts them where they were
     * @throws UsageException when the switches of this place's TCP are not ours to throw
     */
    default Pinned pin(String profile) throws IOException {
        throw new UsageException("tcp: profile " + profile + ": not on the path " + path()
                + ", whose TCP is the whole machine's (expected: the path wire)");
    }

    /** Something that stays until it is ended. */
    interface Pinned {
        /** Puts back what was there. */
        void restore() throws IOException;
    }

    /** What a person is told who comes here: one line; empty where nothing is special. */
    default String greeting() {
        return "";
    }

    /** The link that lies between any two ends here; empty where nothing does. */
    default Optional<PacketHost> link() throws IOException {
        return Optional.empty();
    }

    /** Whether the link that lies between holds everything back. */
    default boolean paused() {
        return false;
    }

    /** Whether the link that lies between flipped bits: kernels count wrong checksums with what found a buffer full. */
    default boolean spoils() {
        return false;
    }

    /** Takes down what was put up. */
    @Override
    default void close() {}
}
