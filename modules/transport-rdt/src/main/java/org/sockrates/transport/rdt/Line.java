package org.sockrates.transport.rdt;

import java.nio.ByteBuffer;

/** What any machine of this kind can do to the world: put packets on a line, and ask to be woken. */
public interface Line {
    /** No time at all. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Puts a packet on the line.
     *
     * @param packet its remaining bytes; used before this returns, position and limit as before
     */
    void transmit(ByteBuffer packet);

    /** Lets the machine's {@code timeout} be called at this time and not at any other; {@link #NEVER} for not at all. */
    void wakeAt(long nanos);
}
