package org.sockrates.sim.tcp;

/** The states of a connection (RFC 9293 §3.3.2). */
public enum TcpState {
    /** Nothing was said yet: opened, it asks; asked, it answers. */
    LISTEN,
    SYN_SENT,
    SYN_RECEIVED,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    CLOSE_WAIT,
    CLOSING,
    LAST_ACK,
    /** Over; whoever hosts it keeps it for as long as it likes, and it answers a FIN that comes again. */
    TIME_WAIT,
    CLOSED;

    /** Whether both ends have agreed on where to count from, and neither has given up. */
    boolean isSynchronized() {
        return this != LISTEN && this != SYN_SENT && this != CLOSED;
    }

    /** Whether this end may still send what it has. */
    boolean sendsData() {
        return this == ESTABLISHED || this == CLOSE_WAIT || this == FIN_WAIT_1 || this == CLOSING || this == LAST_ACK;
    }
}
