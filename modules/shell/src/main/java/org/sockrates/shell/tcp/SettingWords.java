package org.sockrates.shell.tcp;

import org.sockrates.wire.TcpSetting;

/** How TCP's inventions work, in a paragraph each. What they are called in the kernel is {@link TcpSetting}'s. */
final class SettingWords {
    private SettingWords() {}

    /** How it works, or where that is told. */
    static String of(TcpSetting setting) {
        return switch (setting) {
            case SACK -> """
            An ACK's number stays at the first byte that is missing; this option beside it lists what has come behind (RFC 2018 §3), so \
            that only the holes go again (RFC 6675). Both ends offer it in their SYNs. Lab 22.""";
            case DSACK -> """
            The first block of SACK may name bytes that came once more (RFC 2883 §4). So the sender learns that it sent in vain, and Linux \
            takes back the smaller cwnd.""";
            case RACK -> """
            A segment is held for lost when one sent after it has arrived, and it is itself under way for a round trip and a bit more: \
            a quarter of the least one, up to a whole one where DSACK tells of needless ones. While none was ever seen to pass another, \
            nothing is added once three have come behind a gap (RFC 8985 §6.2). A lost retransmission is found, too. It needs SACK.""";
            case TLP -> """
            Behind the last segment nothing comes that could make an ACK repeat itself. So after two round trips of silence the last one \
            goes again, or a new one if there is any, and the SACK that comes back tells of the hole before the rto would (RFC 8985 §7.2). With \
            one segment under way it waits 200 ms longer, as its ACK may be a delayed one: then it gains little. It needs SACK. Lab 23 is without.""";
            case FRTO -> """
            After a timeout the first segment goes again, and then something new. If ACKs come of what was not sent again, nothing was lost, \
            the way was only slower, and cwnd comes back (RFC 5682 §2.1).""";
            case TIMESTAMPS -> """
            Each segment carries its sender's clock and gives the other's back, in 12 bytes: so each ACK tells a round trip, even of what was \
            sent twice (RFC 7323 §4), and a segment so old that its numbers came round again is known by it (§5). More:  explain Karn .""";
            case WINDOW_SCALING -> "More:  explain wscale .";
            case ECN -> """
            A link that gets full marks a packet in place of dropping it; its receiver says so in its ACKs (ECE), until the sender has \
            slowed down and said that, too (CWR; RFC 3168 §6.1). Both ends agree on it in their SYNs. More:  explain ECE .""";
            case FAST_OPEN -> """
            A client that was there before shows a cookie in its SYN, and its first bytes beside it: the server has them a round trip sooner \
            (RFC 7413 §3). The program must ask for it, and Java's sockets cannot.""";
            case AUTOCORKING -> """
            Nagle waits for an ACK; this for the device: while an earlier packet of the socket has not left it, what small sends bring is \
            put together.""";
            case SLOW_START_AFTER_IDLE -> """
            Whoever was silent does not know the way any more: cwnd is halved for each rto of silence, down to what it begins with (RFC \
            5681 §4.1 goes there at once). More:  explain slow start .""";
            case MODERATE_RCVBUF -> """
            The kernel watches how much the program reads in a round trip, and lets the buffer and with it the window grow beyond that, to the \
            third number of net.ipv4.tcp_rmem at most. Who sets SO_RCVBUF keeps what he has set.""";
            case METRICS -> """
            When a connection ends, what it learnt of the other host, as the round trip, is kept for the next one. Off, each begins alike, as an \
            experiment wants it.""";
            case RTO_MIN -> """
            Linux holds an ACK back 40 ms at first, on a long way up to 200 ms, and where this is less, not much longer than this. Where the \
            other end waits longer, timeouts come of which nothing was lost. More:  explain rto .""";
            case SYN_RETRIES -> """
            They wait 1 s, 2 s, 4 s and so on (RFC 6298 §2.1, §5.5), from Linux 6.5 on behind some a second apart: syn-linear. Behind the \
            last of them connect fails: ETIMEDOUT. Lab 25.""";
            case SYN_LINEAR -> "Only then does each wait twice as long as the one before. More:  explain syn-retries .";
            case SYNACK_RETRIES -> """
            Of a server whose client sends no third segment (SYN-RECV). Behind the last it forgets him.""";
            case RETRIES -> "Behind the last a call fails: ETIMEDOUT. More:  explain backoff .";
            case REORDERING -> "More:  explain fast retransmit .";
            case CONGESTION -> "More:  explain congestion control .";
        };
    }
}
