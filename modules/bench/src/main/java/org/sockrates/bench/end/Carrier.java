package org.sockrates.bench.end;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The three calls a measured end makes, whatever carries them: our transport or a bare channel. */
interface Carrier extends AutoCloseable {
    /** Sends the whole message. */
    void send(ByteBuffer message) throws IOException;

    /** Sends all messages, gathered into as few system calls as can be. */
    void send(ByteBuffer[] messages) throws IOException;

    /** Receives what there is, waiting for it; -1 at the end of a stream. */
    int receive(ByteBuffer into) throws IOException;

    @Override
    void close() throws IOException;
}
