package org.sockrates.shell.explain;

import java.util.List;
import org.sockrates.capture.analysis.Label;

/** What a label of a segment says, and what is behind it. Labels are Wireshark's: suspicions from what one place saw. */
final class LabelPage {
    private LabelPage() {}

    static List<String> of(Label label) {
        return List.of(label.text() + ": " + brief(label), more(label));
    }

    private static String brief(Label label) {
        return switch (label) {
            case RETRANSMISSION -> "bytes that were sent before";
            case FAST_RETRANSMISSION -> "bytes that were sent before, again because of duplicate ACKs";
            case SPURIOUS_RETRANSMISSION -> "bytes that were sent before, and acknowledged before";
            case OUT_OF_ORDER -> "it comes behind one that was sent after it";
            case PREVIOUS_NOT_CAPTURED -> "bytes before it were never seen";
            case ACKED_UNSEEN -> "it acknowledges what was never seen";
            case DUP_ACK -> "it acknowledges what was acknowledged before, and nothing new but in SACK";
            case ZERO_WINDOW -> "its sender offers no room, not for a single byte";
            case ZERO_WINDOW_PROBE -> "one byte beyond a window of 0";
            case ZERO_WINDOW_PROBE_ACK -> "the answer to a probe: still no room";
            case WINDOW_UPDATE -> "nothing new but its sender's window";
            case WINDOW_FULL -> "it fills the peer's window to the last byte";
            case KEEP_ALIVE -> "no byte, or one that was acknowledged before: is anybody there?";
            case KEEP_ALIVE_ACK -> "the answer to a keep-alive";
            case PORTS_REUSED -> "a new connection between two ports that had one before";
        };
    }

    private static String more(Label label) {
        return switch (label) {
            case RETRANSMISSION -> """
                    Its sender believes the first copy lost: the retransmission timeout (explain rto) has run out, or SACK \
                    told of a loss, or behind a first one an ACK moved on, but not to the end: without SACK that says that \
                    the next is missing, too (RFC 6582 §3.2). Or it is a tail probe.""";
            case FAST_RETRANSMISSION -> """
                    Two or more duplicate ACKs came just before (20 ms at most): the sender did not wait for its \
                    timeout (RFC 5681 §3.2).""";
            case SPURIOUS_RETRANSMISSION -> """
                    It was not needed: the first copy had arrived, and its acknowledgement was lost or late.""";
            case OUT_OF_ORDER -> """
                    Sooner than a round trip: mostly it was overtaken on its way. A quick retransmission looks the same to who \
                    sees it pass; a ladder and a trace of the wire ask its sender, and call it a Retransmission. The receiver \
                    puts it in its place; the program sees nothing of it.""";
            case PREVIOUS_NOT_CAPTURED -> """
                    They were lost before this place, or will come later, or whoever captured has missed them.""";
            case ACKED_UNSEEN -> """
                    So the bytes did arrive: whoever captured has missed them. Nothing is wrong with the connection.""";
            case DUP_ACK -> """
                    Something came behind a gap, or once more: a copy, or what was sent again in vain. A receiver says at once \
                    how far it is without a gap (RFC 5681 §3.2, §4.2). 7#2 is the second one of packet 7's. The third makes \
                    the sender send the missing one again.""";
            case ZERO_WINDOW -> """
                    Its program does not read as fast as the other one sends. The other end stops, and asks now and then, in Linux \
                    without a new byte: such a probe is shown as Keep-Alive, its answer as ZeroWindow again. Lab 26.""";
            case ZERO_WINDOW_PROBE -> """
                    The window may have opened, and the segment that said so may be lost; so somebody must ask (RFC \
                    9293 §3.8.6.1). Linux asks without a new byte: explain Keep-Alive.""";
            case ZERO_WINDOW_PROBE_ACK -> "The next probe comes after a longer time.";
            case WINDOW_UPDATE -> """
                    Mostly its program has read, and there is room again: the other end may go on. With SACK in it, it is a \
                    duplicate ACK, too.""";
            case WINDOW_FULL -> """
                    Its sender must wait for an ACK that gives more room. Where it comes again and again, the window is too \
                    small for the way (a window in a round trip is the most that goes), or the reader is slow.""";
            case KEEP_ALIVE -> """
                    SO_KEEPALIVE sends it when nothing was said for long (Linux: 2 hours), and gives the connection up \
                    after several without an answer (RFC 9293 §3.8.4). With such a segment Linux asks at a window of 0, too. A \
                    single byte sent again looks the same to who sees it pass; a ladder and a trace know better.""";
            case KEEP_ALIVE_ACK -> "The other end's kernel is there; of its program that says nothing.";
            case PORTS_REUSED -> """
                    A client was given the same port again. The new connection has other sequence numbers.""";
        };
    }
}
