package org.sockrates.transport;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a server answers: a pure function of the message, but for the ones that draw lots with a seed. It is not told who
 * asks and holds no socket. One instance serves all peers of a server and is called by one thread at a time.
 *
 * <p>It should not throw. An exception of it ends the peer it was asked for, and no other: a stream is thrown away ({@link
 * TransportSocket#abort()}), so that half an answer is not taken for the whole; a datagram gets no answer. It is told to
 * the thread's handler of uncaught exceptions; of datagrams the first one is.
 */
public interface Service {
    /** The word people type for it: {@code echo}. */
    String name();

    /**
     * The answer to one message: a datagram, or whatever one receive of a stream gave.
     *
     * @param message valid during the call only; may be written over
     * @return bytes to send from position to limit (it may be {@code message} itself, rewound), or null for silence
     */
    @Nullable
    ByteBuffer answer(ByteBuffer message);

    /**
     * What a stream server sends without being asked, again and again, until the peer has had enough (RFC 864); null, or
     * an empty buffer, for a service that speaks only when spoken to, or has nothing more to say.
     */
    default @Nullable ByteBuffer unasked() {
        return null;
    }
}
