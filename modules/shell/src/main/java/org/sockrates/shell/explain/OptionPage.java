package org.sockrates.shell.explain;

import java.util.List;

/** The socket options by their real names: what each is for, and what it is not. */
enum OptionPage {
    SO_REUSEADDR("an address may be bound that something else still has", """
            Of TCP on Linux: also while old connections of this port are in TIME-WAIT, if both sockets set it; never while \
            somebody listens there. That is why servers set it before bind. Of UDP: two sockets may share a port, and a \
            datagram goes to one of them, one to a group or a broadcast address to each."""),
    SO_REUSEPORT("several sockets share a port, and the system shares out who comes", """
            All set it before bind, and belong to one user. A new connection, or a client's datagrams, go to one of them, \
            by a hash of the addresses: so that several processes can serve one port (Linux 3.9, socket(7))."""),
    SO_KEEPALIVE("a peer that is silent is asked whether it is still there", """
            After TCP_KEEPIDLE seconds of silence an empty segment that must be acknowledged, and again each TCP_KEEPINTVL; \
            TCP_KEEPCNT of them unanswered end the connection: ETIMEDOUT (RFC 9293 §3.8.4). Off as a rule: a connection \
            without traffic notices no loss."""),
    TCP_KEEPIDLE("so many seconds of silence until SO_KEEPALIVE asks first", "Two hours as a rule (tcp(7))."),
    TCP_KEEPINTVL("so many seconds until SO_KEEPALIVE asks again", "75 as a rule (tcp(7))."),
    TCP_KEEPCNT("so many questions of SO_KEEPALIVE unanswered end the connection", "Nine as a rule (tcp(7))."),
    SO_LINGER("what close does about bytes that are not acknowledged yet", """
            Off: it returns at once, and the system goes on sending. A number: it waits so many seconds for them; \
            Ctrl-C ends the wait, as a signal does in C, not the sending. 0: it \
            throws them away, and the peer is reset instead of told an end: ECONNRESET (socket(7))."""),
    SO_OOBINLINE("urgent bytes stay where they are in the stream", """
            Off: the last urgent byte is taken out of the stream, and Java has no call that reads it (RFC 9293 §3.8.5)."""),
    SO_RCVBUF("how many bytes may wait for receive", """
            Of TCP it bounds the window that the peer is offered: no room, no sending. Of UDP, what does not fit is thrown \
            away, and nobody is told. Linux counts its own overhead as well, so few small datagrams fill it. At most \
            net.core.rmem_max; once set it does not grow by itself any more. Before listen or connect, if it is to be large. \
            Linux keeps twice what is set, and getsockopt in C and Python tells the double (socket(7)); Java halves what it \
            is told, so  options  shows 10000 where Python shows 20000."""),
    SO_SNDBUF("how many bytes send may leave with the system", """
            When it is full, send waits: of TCP until the peer has acknowledged, of UDP until the network card has taken \
            some. At most net.core.wmem_max; once set it does not grow by itself any more. Linux keeps twice what is set, and \
            getsockopt in C and Python tells the double (socket(7)); Java halves what it is told, so  options  shows 10000 \
            where Python shows 20000."""),
    SO_BROADCAST("it may send to a broadcast address", """
            Without it EACCES. UDP only: 255.255.255.255, or the last address of a network, reaches everybody there who is \
            bound to the port at any address, or at that one (RFC 919)."""),
    IP_MULTICAST_IF("which interface datagrams to a group leave by", """
            Without it the routes decide. A group has no place of its own: who joined on lo hears only what leaves by lo."""),
    IP_MULTICAST_LOOP("members on this machine hear what it sends to a group", """
            The sender's option on Linux (ip(7)). What leaves by lo they hear all the same: lo brings back whatever it is \
            given."""),
    IP_MULTICAST_TTL("one more than the routers that a datagram to a group may pass", """
            1 as a rule: it stays on this network. Each router takes one off, and what has none left ends there (RFC 1112 \
            §6.1)."""),
    IP_TOS("a mark in each packet for routers on its way", """
            Its upper six bits ask for a kind of treatment (RFC 2474), its lower two are ECN's (RFC 3168), which TCP keeps \
            for itself. Most routers do not look."""),
    IP_DONTFRAGMENT("a datagram too long for its way is refused, not cut into fragments", """
            Linux calls it IP_MTU_DISCOVER; Java has it from 19 on. Without it a long datagram travels as several packets, and \
            one of them lost is all lost (RFC 791 §3.2)."""),
    TCP_NODELAY("a short segment is sent at once", """
            It turns Nagle's rule off, which keeps a short one back while an earlier short one is not acknowledged. For questions \
            and answers; see  explain Nagle ."""),
    TCP_QUICKACK("acknowledge at once", """
            Off: an acknowledgement may wait, 40 ms or more, for something to travel with or for a second segment. Linux \
            goes back and forth by itself, also after it was set (tcp(7))."""),
    SO_INCOMING_NAPI_ID("which queue of a network card the last packet came through", """
            For servers that give each queue a thread. 0 where there was none, as on loopback. It can only be read.""");

    private final String brief;
    private final String more;

    OptionPage(String brief, String more) {
        this.brief = brief;
        this.more = more;
    }

    /** Without the layer that it is of: {@code REUSEADDR}. */
    String bareName() {
        return name().substring(name().indexOf('_') + 1);
    }

    /** A line, and a paragraph. */
    List<String> page() {
        return List.of(name() + ": " + brief, more);
    }
}
