package org.sockrates.transport.rdt;

/** How long a sender waits for an acknowledgement before it sends again. */
public interface RetransmissionTimeout {
    /** How long, from now on. */
    long nanos();

    /** An acknowledgement came for a packet that was sent once only (Karn's rule: of another, nobody knows which). */
    void measured(long roundTripNanos);

    /**
     * An acknowledgement came for a packet that was sent again: it gets on, and nothing can be measured.
     *
     * @param atMostNanos since it was first sent: its round trip was no longer, whichever sending was answered
     */
    default void progressed(long atMostNanos) {
        // nothing is learnt
    }

    /** The time was up. */
    void expired();
}
