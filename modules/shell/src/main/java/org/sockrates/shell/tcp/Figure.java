package org.sockrates.shell.tcp;

import java.util.Locale;
import java.util.function.Function;
import org.sockrates.transport.text.CountText;
import org.sockrates.wire.TcpInfo;

/** What is told of a connection: its word, how it is written, what it means in a few words and in some more. */
enum Figure {
    STATE(TcpInfo::state, "of this end (RFC 9293 §3.3.2)", "Each end has one of its own; status shows both."),
    CWND(
            info -> CountText.print(info.cwnd(), "segment") + ", " + info.cwnd() * info.mss() + " bytes",
            "so much may be in flight (RFC 5681)",
            "The congestion window. It begins at 10 segments (RFC 6928) and grows by one with each segment that is acknowledged"
                    + " (RFC 5681: with each ACK), so it doubles in a round trip: slow start. Beyond ssthresh reno grows by one in a round trip. A"
                    + " loss halves it (cubic: 0.7 of it; bbr goes by what it measures); a timeout makes it 1. Which it is:"
                    + "  tcp settings. Watch it:  tcp watch, tcp plot."),
    SSTHRESH(
            info -> info.ssthresh() == TcpInfo.NO_THRESHOLD ? "none yet" : CountText.print(info.ssthresh(), "segment"),
            "slow start ends there (RFC 5681)",
            "None until slow start has ended: by a loss, or where cubic sees the round trip grow, or bbr the rate grow no more. Of a loss, by RFC 5681, half"
                    + " of what is in flight. Linux takes half of cwnd"
                    + " (reno), or 0.7 of it (cubic)."),
    FLIGHT(
            info -> CountText.print(info.inFlight(), "segment"),
            "sent, not acknowledged, not held for lost",
            "RFC 6675 calls it the pipe. What was held for lost and sent again counts, what SACK told of does not. It is at"
                    + " most the peer's window, and at most cwnd but for a segment or two: a probe for a lost tail (RFC 8985)"
                    + " and the first duplicate acknowledgements (RFC 3042) may send one more."),
    SACKED(
            info -> CountText.print(info.sacked(), "segment"),
            "arrived, but behind a gap",
            "The peer has them and says so in SACK blocks (RFC 2018); its acknowledgement stays at the gap. Without SACK, Linux"
                    + " counts duplicate acknowledgements here: each says that one more came."),
    LOST(
            info -> CountText.print(info.lost(), "segment"),
            "held for lost, not yet acknowledged",
            "Judged by duplicate acknowledgements, by time (RACK), or by the timeout; the judgement may be wrong."),
    RETRANS(
            info -> info.retransmitting() + " now, " + info.retransmits() + " in all",
            "sent again: under way, and so far",
            "Each costs its bytes once more. Some are needless: the segment had arrived, its acknowledgement had not."),
    RTT(
            info -> Millis.text(info.rttMicros()) + " ms",
            "smoothed round trip (RFC 6298)",
            "An average that forgets: each new round trip counts an eighth. It rises with the queue of a thin link."),
    RTTVAR(
            info -> Millis.text(info.rttvarMicros()) + " ms",
            "how much it varies (RFC 6298)",
            "The smoothed difference from the average; each new one counts a quarter."),
    RTO(
            info -> Millis.text(info.rtoMicros()) + " ms" + (info.backoff() > 0 ? ", doubled " + info.backoff() : ""),
            "unanswered so long, it is sent again",
            "The timeout: rtt and four times its variation (RFC 6298), for which Linux takes at least rto-min: so it"
                    + " is at least 200 ms more than rtt here; in RFC 6298, at least 1 s. Doubled with each timeout in a row."),
    MSS(
            info -> info.mss() + " bytes",
            "of data in a full segment (RFC 9293)",
            "What fits into a packet behind the headers and their options: 1500 - 20 IPv4 - 20 TCP - 12 timestamps = 1448, in"
                    + " RFC 9293 §3.7.1 Eff.snd.MSS. The option MSS of a SYN, maximum segment size, is another number: it says"
                    + " 1460 where the MTU is 1500, since there no options are deducted (RFC 9293 §3.7.1). See it, on the wire:"
                    + "  capture FILE , and  capture read FILE --packets .");

    @SuppressWarnings("ImmutableEnumChecker") // all of them are methods that keep nothing
    private final Function<TcpInfo, String> text;

    private final String brief;
    private final String more;

    Figure(Function<TcpInfo, String> text, String brief, String more) {
        this.text = text;
        this.brief = brief;
        this.more = more;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String brief() {
        return brief;
    }

    String more() {
        return more;
    }

    String text(TcpInfo info) {
        return text.apply(info);
    }
}
