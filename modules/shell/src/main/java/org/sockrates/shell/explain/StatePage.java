package org.sockrates.shell.explain;

import java.util.List;
import org.sockrates.capture.kernel.KernelState;

/** What a state of a socket means, by the calls that lead into it and out of it (RFC 9293 §3.3.2 and §3.6). */
final class StatePage {
    private StatePage() {}

    /** RFC 9293's name. */
    static String standard(KernelState state) {
        return switch (state) {
            case ESTAB -> "ESTABLISHED";
            case SYN_RECV -> "SYN-RECEIVED";
            case UNCONN -> "CLOSED";
            default -> state.word();
        };
    }

    static List<String> of(KernelState state) {
        String standard = standard(state);
        String heading =
                state.word() + (standard.equals(state.word()) ? "" : ", in RFC 9293 " + standard) + ": " + brief(state);
        return List.of(heading, more(state));
    }

    private static String brief(KernelState state) {
        return switch (state) {
            case LISTEN -> "waits for connections";
            case SYN_SENT -> "has asked for a connection, and nobody has answered";
            case SYN_RECV -> "was asked for a connection, and has said yes";
            case ESTAB -> "connected; bytes may go both ways";
            case FIN_WAIT_1 -> "has ended its own direction; the peer has not confirmed it";
            case FIN_WAIT_2 -> "has ended its own direction; the peer has not ended the other one";
            case CLOSE_WAIT -> "the peer has ended its direction; this program has not ended its own";
            case LAST_ACK -> "both have ended, the peer first; its last acknowledgement is missing";
            case CLOSING -> "both have ended at the same time; an acknowledgement is missing";
            case TIME_WAIT -> "both have ended, this end first; it waits until nothing old can come";
            case UNCONN -> "no connection";
        };
    }

    private static String more(KernelState state) {
        return switch (state) {
            case LISTEN -> """
                    From listen on. No byte ever goes through it: accept makes another socket for each connection. Its \
                    Recv-Q counts connections nobody has accepted, its Send-Q is the backlog.""";
            case SYN_SENT -> """
                    Inside connect. The SYN is sent again, a second apart at first, then after 2 s, 4 s … (Linux; up to 6.4 the \
                    time doubles at once). No answer at all ends in ETIMEDOUT, an RST in ECONNREFUSED.""";
            case SYN_RECV -> """
                    Before accept. The third segment of the handshake has not come: it is lost, or nobody means to \
                    send it (a SYN flood). No program has a socket for it yet. Or inside connect, where both ends have \
                    called it at once (simultaneous open, RFC 9293 §3.5): their SYNs have crossed.""";
            case ESTAB -> """
                    The kernel connects, not the program: a client is there before anybody has called accept. It stays \
                    so when the peer's machine vanishes without a word, until what was sent has met no answer for minutes, or \
                    SO_KEEPALIVE asks.""";
            case FIN_WAIT_1 -> """
                    After close or  shutdown out . Mostly too short to be seen. Where it stays, the peer is silent, or its \
                    window is 0 and bytes are still waiting before the FIN.""";
            case FIN_WAIT_2 -> """
                    After  shutdown out  it is half-closed: the peer may go on sending, and this end reads it. After \
                    close nobody can, and Linux waits 60 s at most (tcp_fin_timeout).""";
            case CLOSE_WAIT -> """
                    recv has met the end of the stream, or will. It stays until this program calls close, or \
                    shutdown out : one that shows many of them forgets to.""";
            case LAST_ACK -> """
                    After close or  shutdown out , where the peer has ended before. The acknowledgement ends it; there is no TIME-WAIT \
                    at this end.""";
            case CLOSING -> "Two FINs have crossed on their way. Rare, and short.";
            case TIME_WAIT -> """
                    Of the end that closed first, for twice the longest life of a segment (2 MSL, RFC 9293 §3.6.1): 4 minutes by §3.4.2, 60 s in Linux: so that the last acknowledgement can be said again, and late segments meet no new \
                    connection. Meanwhile a server cannot bind there again without SO_REUSEADDR.""";
            case UNCONN -> """
                    Of TCP, before connect or listen; nothing comes in. Of UDP, a socket without a peer: once it is bound, \
                    datagrams from anybody reach it. A UDP socket with a peer shows as ESTAB, without any handshake.""";
        };
    }
}
