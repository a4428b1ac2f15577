package org.sockrates.sim.check.schedule;

import java.util.Locale;

/**
 * What somebody forges who knows the connection, its numbers, and how the end stands that he writes to. He writes only what
 * can be told: data in the window, or an acknowledgement of what is outstanding, nobody could tell from the other end's.
 */
public enum Forgery {
    /** An acknowledgement of what was never sent. */
    ACK_BEYOND,
    /** An acknowledgement of what was acknowledged long ago, or before the first number. */
    ACK_LONG_AGO,
    /** Data beyond the window. */
    DATA_BEYOND,
    /** Data, with other bytes, of a number that was taken long ago, or before the first. */
    DATA_LONG_AGO,
    /** What is no packet: of another version, type or length, with the right checksum; or any bytes. */
    NO_PACKET,
    /** A packet of an earlier connection at the same addresses, whose number is nearly the same. */
    EARLIER,
    /** To who asked: anything else than OPEN in its place; to who listens: what asks for nothing. */
    BEFORE_OPEN,
    /** Something behind the other end's END. */
    BEHIND_END;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether there must be a connection for it. */
    public boolean isOfConnections() {
        return this == BEFORE_OPEN || this == BEHIND_END;
    }
}
