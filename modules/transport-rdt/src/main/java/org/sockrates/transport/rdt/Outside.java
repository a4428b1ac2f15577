package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** What a {@link ProtocolEnd} can do to the world. A host makes one for each end: a socket, a simulator, a test. */
public interface Outside {
    /** No time at all. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Puts a packet on the line.
     *
     * @param packet its remaining bytes; used before this returns, position and limit as before
     */
    void transmit(ByteBuffer packet);

    /**
     * Hands a message of the other end to the program: each once, in order, unharmed.
     *
     * @param message its remaining bytes; used before this returns
     */
    void deliver(ByteBuffer message);

    /** How many messages the program can take now; what is delivered beyond that may be lost. */
    int room();

    /** Lets {@link ProtocolEnd#timeout} be called at this time and not at any other; {@link #NEVER} for not at all. */
    void wakeAt(long nanos);
}
