package org.sockrates.shell.look;

import java.util.List;

/** Words that tables, drawings and labs use, and that are neither a state, a label nor a figure of TCP's. */
enum ShownWord {
    CREATED("CREATED", "status", "a socket, and nothing else yet", """
            The program's word: the kernel's table has no row of it before it is bound. bind, connect or sendto comes next."""),
    BOUND("BOUND", "status", "it has an address of its own, and no more", """
            The program's word: of a TCP socket that neither listens nor connects the kernel's table has no row. Bound is \
            not listening: whoever connects is refused. (A UDP socket that is bound receives: UNCONN.)"""),
    CLOSED("CLOSED", "status", "it had a connection, and the kernel knows of none any more", """
            The program's word, behind a reset, a connection given up, or one that both ends have ended. In RFC 9293 \
            CLOSED is no state but the lack of one; ss says UNCONN, or shows nothing. close is all that is left to do."""),
    RECV_Q("Recv-Q", "status", "bytes that have arrived and that nobody has received yet", """
            An end of stream counts as one more. UDP counts kernel memory, which is more than the payload. Of a socket \
            that listens: connections that wait for accept."""),
    SEND_Q("Send-Q", "status", "bytes that were sent and that the peer has not acknowledged", """
            Those that have not left yet, for want of window, are among them. Of a socket that listens: the backlog."""),
    BACKLOG("backlog", "status", "how many connections may wait for accept", """
            listen's number. Linux takes one more, then leaves a SYN unanswered, and the client tries again after a second. \
            At most net.core.somaxconn."""),
    SYN("SYN", "ladder", "asks for a connection, or with an ACK says yes to it", """
            In a ladder S, and S. with an ACK. It tells the number before the first byte's, since it counts as a byte itself \
            (RFC 9293 §3.4)."""),
    ACK("ACK", "ladder", "says which byte is expected next: all before it has arrived", """
            In a ladder a dot; every segment has it but the first and some resets. It says nothing of what came behind a gap: SACK does \
            (RFC 9293 §3.4)."""),
    PSH("PSH", "ladder", "with it a send ends: hand the bytes up now", """
            In a ladder P. No mark of a message's end: two sends may share a segment, and one send may take many \
            (RFC 9293 §3.9.1.2)."""),
    FIN("FIN", "ladder", "its sender has nothing more to say", """
            In a ladder F. It ends one direction, and counts as a byte, so that it is acknowledged like one. The peer reads \
            an end of stream, and may still speak (RFC 9293 §3.6)."""),
    RST("RST", "ladder", "there is no such connection, or none any more", """
            In a ladder R. Of a closed port: ECONNREFUSED. Later: ECONNRESET, and what was on its way is lost. Nobody \
            acknowledges it (RFC 9293 §3.5.2)."""),
    URG("URG", "ladder", "urgent data: its last byte is pointed at", """
            In a ladder U. One byte of it can be read past all the others; Java reads it in its place in the stream, or not at \
            all (SO_OOBINLINE). New programs should not use it (RFC 9293 §3.8.5)."""),
    ECE("ECE", "ladder", "a packet came that a router had marked: send more slowly", """
            In a ladder E. Of a SYN, with W: I can do that. The sender answers with CWR (RFC 3168 §6.1)."""),
    CWR("CWR", "ladder", "I have heard the ECE, and send more slowly", """
            In a ladder W. As if the marked packet had been lost, but nothing has to be sent again (RFC 3168 §6.1.2)."""),
    WINDOW("window", "ladder", "how many bytes more its sender has room for", """
            Each segment that acknowledges says it;  capture read --packets  shows it, a ladder only  win 0 . It shrinks \
            as bytes arrive that nobody receives; at 0 the other end must wait (RFC 9293 §3.8.6). The other limit is cwnd, which the sender sets itself."""),
    NAGLE("Nagle", "ladder", "a small segment waits while an earlier one is not acknowledged", """
            So that many small sends become few segments (RFC 9293 §3.7.4). With an acknowledgement that waits, too, it \
            costs 40 ms and more. TCP_NODELAY ends it."""),
    N("n", "compare", "how many samples a row's figures rest on, in one run", """
            Messages, round trips or rounds; where runs or columns differ, the fewest. A median of ten says little, and \
            p99 takes a hundred at least."""),
    NOT_APPLICABLE("n/a", "compare", "there is no such figure, and the note below says why", """
            The number in brackets is the note's. Nothing is put in the place of what was not measured. A figure with = before \
            it was not measured either: it follows from the formula in its note."""),
    LEAST_MOST("least..most", "compare", "the least and the greatest of the runs' values", """
            With --repeat; the row above has their median. Where two transports' ranges overlap, the runs do not tell which \
            of them is better."""),
    PERCENTILE("p99", "compare", "99 % of the samples were at most so long", """
            p50 is the median. Whoever waits for many answers at once meets the slowest of them: the mean hides those, \
            and p99 does not."""),
    SUMMARY("summary", "compare", "each experiment's first figure", """
            Its table above has the rest.  why  and the figure's name says what it means.""");

    private final String word;
    private final String chapter;
    private final String brief;
    private final String more;

    ShownWord(String word, String chapter, String brief, String more) {
        this.word = word;
        this.chapter = chapter;
        this.brief = brief;
        this.more = more;
    }

    /** As it is shown. */
    String word() {
        return word;
    }

    /** The command that shows it. */
    String chapter() {
        return chapter;
    }

    /** A line, and a paragraph. */
    List<String> page() {
        return List.of(word + ": " + brief, more);
    }
}
