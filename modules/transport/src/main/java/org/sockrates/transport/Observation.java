package org.sockrates.transport;

/**
 * Who watches, by whose clock, and how sockets are numbered.
 *
 * @param payloadBytes how much of a payload an event quotes
 */
public record Observation(SocketNumbers numbers, NanoClock clock, SocketObserver observer, int payloadBytes) {
    /** Quotes the first 32 bytes of every payload. */
    public Observation(SocketNumbers numbers, NanoClock clock, SocketObserver observer) {
        this(numbers, clock, observer, 32);
    }
}
