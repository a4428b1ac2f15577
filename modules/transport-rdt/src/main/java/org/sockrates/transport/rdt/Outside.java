package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** What a {@link ProtocolEnd} can do to the world. A host makes one for each end: a socket, a simulator, a test. */
public interface Outside extends Line {
    /**
     * Hands a message of the other end to the program: each once, in order, unharmed.
     *
     * @param message its remaining bytes; used before this returns
     */
    void deliver(ByteBuffer message);

    /** How many messages the program can take now; what is delivered beyond that may be lost. */
    int room();
}
