package org.sockrates.transport.rdt.socket;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.sockrates.transport.rdt.Connection;
import org.sockrates.transport.rdt.Line;

/** Which machine makes the connections of a transport, and what its packets look like from outside. */
public interface Machine {
    /** Which of one peer's connections a packet is of; it may be no packet at all. */
    int connection(ByteBuffer packet);

    /** Whether it is a whole packet that asks for a connection. */
    boolean opens(ByteBuffer packet);

    /** What is answered to a packet of no connection; empty for silence. An answer is never answered. */
    Optional<ByteBuffer> refusal(ByteBuffer packet);

    /** Whether its connections hold short pieces back unless told otherwise ({@code TCP_NODELAY}). */
    default boolean gathers() {
        return false;
    }

    /** Whether a number is one connection's and, for as long as a packet lives, no other's. */
    default boolean drawsNumbers() {
        return false;
    }

    /** A number for a connection that is about to be asked for. */
    int newConnection();

    /**
     * One end of a connection.
     *
     * @param farAway whether the other end is not on this machine
     */
    Connection end(int connection, boolean farAway, Line line);
}
