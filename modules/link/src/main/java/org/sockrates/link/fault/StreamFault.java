package org.sockrates.link.fault;

import java.util.Optional;
import org.sockrates.transport.SplitMix64;

/**
 * A fault at work in one way of one connection: a pure function of the pieces it has met and of its own random numbers. It
 * may make pieces later, split them, swallow them, or end the stream; it never changes bytes and never changes their order.
 */
@FunctionalInterface
public interface StreamFault {
    /** Where pieces go on. */
    @FunctionalInterface
    interface Next {
        void pass(Piece piece);
    }

    /** Decides about one piece. Passing nothing on swallows it. */
    void meet(Piece piece, Next next);

    /** What this fault does to the connection by itself, whatever is sent, told when it comes into force. */
    default Optional<Piece> byItself(long nowNanos) {
        return Optional.empty();
    }

    /** A fault at work, and its word. */
    record Active(String word, StreamFault fault) {
        static Active of(Fault fault, SplitMix64 random) {
            return new Active(fault.word(), fault.seeded(random));
        }
    }
}
