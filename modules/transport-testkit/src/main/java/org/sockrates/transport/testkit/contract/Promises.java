package org.sockrates.transport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketCallException;
import org.sockrates.transport.Traits;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.testkit.Bench;
import org.sockrates.transport.testkit.Payload;

/** What all kinds of promises need: a bench, and words to say that a trait is needed or an error expected. */
interface Promises {
    /** Fresh for every test. */
    Bench bench();

    /** The longest message the transport sends over the bench's family. */
    int largestMessageBytes();

    default Traits traits() {
        return bench().traits();
    }

    /** So many bytes, or as many as the longest message has: what one send is offered. */
    default int upTo(int bytes) {
        return Math.min(bytes, largestMessageBytes());
    }

    /** Sends the pattern until no room is left for a whole piece, and says how much of it was taken. */
    default long sendUntilFull(TransportSocket socket) throws IOException {
        long sentBytes = 0;
        while (sentBytes < 1L << 28) {
            try {
                sentBytes += socket.send(Payload.pattern(sentBytes, upTo(1 << 16)));
            } catch (SocketCallException full) {
                assertThat(full.errno()).isEqualTo(Errno.EAGAIN);
                return sentBytes;
            }
        }
        throw new AssertionError("there was always room");
    }

    default void needs(boolean made, String trait) {
        assumeTrue(made, () -> bench().transport().name() + " makes no such promise: " + trait);
    }

    default void needsConnections() {
        needs(traits().connectionOriented(), "connectionOriented");
    }

    default void needsNoConnections() {
        needs(!traits().connectionOriented(), "not connectionOriented");
    }

    default void needsBoundaries() {
        needs(traits().keepsBoundaries(), "keepsBoundaries");
    }

    /** Ports in TIME_WAIT and the options of TCP are the system's: a stream made in user space has none of them. */
    default void needsTheSystemsStream() throws Exception {
        needsStream();
        needsOption("TCP_NODELAY");
    }

    /** A byte stream: whatever has connections and no boundaries. */
    default void needsStream() {
        needs(traits().connectionOriented() && !traits().keepsBoundaries(), "not keepsBoundaries");
    }

    default void needsOption(String option) throws Exception {
        boolean has = bench().open().options().containsKey(option);
        assumeTrue(has, () -> bench().transport().name() + " has no option " + option + " here");
    }
}
