package org.sockrates.capture.analysis;

/**
 * What is remarkable about a segment: Wireshark's labels, and the rules of its user's guide (§7.5, TCP Analysis) for giving
 * them. Suspicions, all of them: what is seen at one place is not all there is.
 */
public enum Label {
    /** It takes sequence numbers that were taken before. */
    RETRANSMISSION("Retransmission"),
    /** A retransmission of what two or more duplicate ACKs ask for, within 20 ms of the last of them. */
    FAST_RETRANSMISSION("Fast Retransmission"),
    /** All of it was acknowledged before. */
    SPURIOUS_RETRANSMISSION("Spurious Retransmission"),
    /** It comes behind a later one, sooner than a round trip, and was not seen before. */
    OUT_OF_ORDER("Out-Of-Order"),
    /** It begins beyond what was seen. */
    PREVIOUS_NOT_CAPTURED("Previous segment not captured"),
    /** It acknowledges what was not seen. */
    ACKED_UNSEEN("ACKed unseen segment"),
    /** It acknowledges, once more and with nothing else, what was acknowledged before. */
    DUP_ACK("Dup ACK"),
    /** Its sender has no room left. */
    ZERO_WINDOW("ZeroWindow"),
    /** One byte beyond a window of 0, to hear whether it is still 0. */
    ZERO_WINDOW_PROBE("ZeroWindowProbe"),
    /** The answer to such a probe: still 0. */
    ZERO_WINDOW_PROBE_ACK("ZeroWindowProbeAck"),
    /** It says nothing new but its sender's window. */
    WINDOW_UPDATE("Window Update"),
    /** It fills the other end's window to the last byte. */
    WINDOW_FULL("Window Full"),
    /** No byte or one, which was sent before: is anybody there? */
    KEEP_ALIVE("Keep-Alive"),
    /** The answer to it. */
    KEEP_ALIVE_ACK("Keep-Alive ACK"),
    /** A new conversation between two ports that had one before. */
    PORTS_REUSED("Port numbers reused");

    private final String text;

    Label(String text) {
        this.text = text;
    }

    /** As Wireshark prints it. */
    public String text() {
        return text;
    }

    /** Whether it says that data was sent more than once. */
    public boolean repeats() {
        return this == RETRANSMISSION || this == FAST_RETRANSMISSION || this == SPURIOUS_RETRANSMISSION;
    }
}
