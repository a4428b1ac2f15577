package org.sockrates.capture.kernel;

import java.util.Optional;

/**
 * The state the kernel keeps for a socket: RFC 9293 §3.3.2, by the names {@code ss} prints. Not what the program may call
 * next, that is {@link org.sockrates.transport.Phase}.
 */
public enum KernelState {
    ESTAB("ESTAB", 0x01),
    SYN_SENT("SYN-SENT", 0x02),
    SYN_RECV("SYN-RECV", 0x03),
    FIN_WAIT_1("FIN-WAIT-1", 0x04),
    FIN_WAIT_2("FIN-WAIT-2", 0x05),
    TIME_WAIT("TIME-WAIT", 0x06),
    /** RFC 9293's CLOSED; for UDP, a socket that is not connected. */
    UNCONN("UNCONN", 0x07),
    CLOSE_WAIT("CLOSE-WAIT", 0x08),
    LAST_ACK("LAST-ACK", 0x09),
    LISTEN("LISTEN", 0x0a),
    CLOSING("CLOSING", 0x0b);

    private static final int NEW_SYN_RECV = 0x0c;

    private final String word;
    private final int number;

    KernelState(String word, int number) {
        this.word = word;
        this.number = number;
    }

    /** What {@code ss} prints: {@code CLOSE-WAIT}. */
    public String word() {
        return word;
    }

    /** The state behind the number in {@code /proc/net/tcp} (linux/tcp_states.h). */
    public static Optional<KernelState> of(int number) {
        int known = number == NEW_SYN_RECV ? SYN_RECV.number : number;
        for (KernelState state : values()) {
            if (state.number == known) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
