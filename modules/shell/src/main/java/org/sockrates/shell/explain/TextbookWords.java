package org.sockrates.shell.explain;

import java.util.List;

/** Words that textbooks and lectures use, and that nothing here shows under that name. */
final class TextbookWords {
    private static final String CHAPTER = "textbooks";

    static final List<Explained> ALL = List.of(
            new Explained("slow start", CHAPTER, "a sender that does not know the way yet tries ever more", """
            cwnd begins at ten segments (RFC 6928) and grows by one for each ACK of something new (RFC 5681 §3.1), in Linux for each segment \
            acknowledged: so it doubles in a round trip, until ssthresh or a loss. Lab 28; watch it, on the wire:  tcp watch ,  tcp plot ."""),
            new Explained(
                    "congestion avoidance",
                    CHAPTER,
                    "beyond ssthresh a sender tries a little more, and only a little",
                    """
            reno adds one segment to cwnd in a round trip (RFC 5681 §3.1), cubic goes by the time since the last loss. One is too many \
            at last, and cwnd falls: a sawtooth. See it, on the wire:  link use delay 20ms rate 5mbit limit 20 ,  tcp set congestion reno ,  \
            tcp watch , a send of 2 MB,  tcp plot ."""),
            new Explained("congestion control", CHAPTER, "a sender that slows down for the network", """
            Flow control slows it down for the reader, by the window; this for all who share the way, by cwnd, which nobody tells it: losses, \
            marks or delays do (RFC 5681 §3, RFC 2914). Which one the kernel has:  explain congestion , reno, cubic or bbr. UDP has none \
            (RFC 8085 §3.1). Try, on the wire:  compare congestion ; lab 28."""),
            new Explained("AIMD", CHAPTER, "additive increase, multiplicative decrease", """
            A step up in each round trip, at a loss down to half: so reno's cwnd goes (RFC 5681 §3.1). Two that do so come to equal shares \
            of a link, in many round trips. Try, on the wire:  compare congestion --transports tcp --congestion reno : share_alike_percent, the \
            larger share, is near 50 only where that time was enough."""),
            new Explained("fast retransmit", CHAPTER, "a third duplicate ACK, and what is missing goes at once", """
            No timer has to run out (RFC 5681 §3.2). It takes three segments that arrive behind the hole; behind the last one of a send \
            there are none: lab 23. Linux judges by time as well:  explain rack . Try, on the wire:  tcp profile textbook , a connection,  \
            link drop 3rd data , a send of six segments, and  ladder --segments ; lab 22."""),
            new Explained(
                    "fast recovery", CHAPTER, "behind a fast retransmit cwnd is halved, and does not begin anew", """
            Each duplicate ACK says that a segment has left the way, so something still passes. It ends with the next ACK of something new \
            (RFC 5681 §3.2), NewReno's with that of all that was under way (RFC 6582 §3.2). A timeout makes cwnd 1. Compare, on the wire, \
            with  tcp profile textbook  and a send of #30000 each:  link drop 3rd data , and  link use drop data 1- ; 1 s later  tcp show ."""),
            new Explained("backoff", CHAPTER, "each timeout in a row is twice as long as the one before", """
            For the way may be longer than was thought, or full (RFC 6298 §5.5). A round trip that can be measured ends it. Try, on the wire:  \
            tcp profile textbook , a connection of alice,  link use drop data 1- , a send, and a second later  ladder --segments  and  tcp show alice : rto, doubled. Lab 23."""),
            new Explained("Karn", CHAPTER, "of what was sent twice, the round trip is not measured", """
            Nobody could say which of the two its ACK is of (RFC 6298 §3); so a doubled rto stays until an ACK of something sent once (RFC 9293 \
            §3.8.2). Timestamps tell (RFC 7323 §4.1). Try, on the wire:  tcp profile textbook , a connection, a send,  link drop next data , \
            another, and  tcp show : rtt is as before."""),
            new Explained(
                    "delayed ACK", CHAPTER, "an ACK that waits for a second segment, or an answer to travel with", """
            Of full segments every second one is acknowledged at once, and any within half a second (RFC 9293 §3.8.6.3, RFC 5681 §4.2); in \
            Linux after 40 ms at first, up to 200 ms on a long way, and a connection's first segments one by one. Beside Nagle both wait: lab 11. Try, on the wire:  trace on ,  options bob TCP_QUICKACK off , and a send \
            to bob."""),
            new Explained(
                    "persist timer",
                    CHAPTER,
                    "at a window of 0 it makes a sender ask whether there is room again",
                    """
            Else one lost ACK, the one with the new window, would leave both waiting for ever. First after the rto, then ever later \
            (RFC 9293 §3.8.6.1). In Linux the probe has no new byte, and is shown as a Keep-Alive. Try, on the wire: lab 26, and  ladder ."""),
            new Explained(
                    "silly window syndrome",
                    CHAPTER,
                    "windows of a few bytes, and segments of a few bytes to fill them",
                    """
            So a receiver opens a closed window only by a segment, or half its buffer if that is less (RFC 9293 §3.8.6.2.2), and a sender \
            waits for as much, unless what is to go at once is all it has (§3.8.6.2.1). Try, in lab 26 where the window is 0:  recv bob 100  brings no Window Update, and  recv bob  does."""),
            new Explained("SYN flood", CHAPTER, "very many SYNs, and never a third segment", """
            For each the server keeps half a connection (SYN-RECV), until there is no room for honest clients (RFC 4987 §2). Try one, on the \
            wire:  server tcp 7 ,  link use upstream drop ack 1- ,  socket tcp ,  connect 7 , and  status . Against it:  explain SYN cookies ."""),
            new Explained("SYN cookies", CHAPTER, "a server that keeps nothing before the third segment comes", """
            What it must know is in the sequence number of its SYN-ACK, and comes back with the client's ACK (RFC 4987 §3.6); options of the \
            SYN, as SACK, only where there are timestamps to hold them. Linux does so when the queue of half connections is full. Look, on the wire:  wire exec -- sysctl net.ipv4.tcp_syncookies ."""),
            new Explained("half-open", CHAPTER, "one end knows of a connection, the other does not any more", """
            It was started anew, or its RST was lost; the first segment that reaches it is answered by an RST (RFC 9293 §3.5.1). Try, on the wire, \
            of alice and bob:  link drop next rst ,  close bob --reset ,  status , and  send alice hello  twice. A half-close is another \
            thing."""),
            new Explained("fragmentation", CHAPTER, "a packet too long for a link goes in pieces", """
            Its destination puts them together; one of them lost, and all is lost (RFC 791 §3.2). By IPv6 only the sender cuts (RFC 8200 §4.5). \
            TCP's segments fit, so it is UDP's. Try, on the wire:  trace on ,  server udp 7 , and  client udp 7 #4000 ."""),
            new Explained("path MTU", CHAPTER, "the longest packet that all links of a way take", """
            A router drops a longer one, by IPv4 where DF is set, and says by ICMP how long it may be; TCP then sends shorter segments (RFC \
            1191 §3, RFC 8201 §3), and the next call of a connected UDP socket fails with EMSGSIZE. No router is here; try a \
            first link that takes less, on the wire:  wire exec -- ip link set wire0 mtu 1000 , then a connection, and  tcp show : mss 948."""),
            new Explained("ICMP", CHAPTER, "IP's own messages: what became of a packet (RFC 792, RFC 4443)", """
            Port unreachable: nobody is bound there. That is UDP's refusal; a connected socket is told by its next call (ECONNREFUSED). Others: \
            no way to that host (EHOSTUNREACH), too long a packet, and the echo of ping. Try, on the wire:  trace on ,  socket udp ,  \
            connect 9 ,  send hi , twice."""),
            new Explained("stop-and-wait", CHAPTER, "one packet, its acknowledgement, the next packet", """
            Here rdt-sw. Two numbers are enough, 0 and 1, and the longer the way the more the line is idle (Kurose and Ross §3.4.1, RFC 3366 \
            §1.4.1). Try:  sim rdt-sw --link "delay 50ms" --count 3 --ladder ; lab 31."""),
            new Explained("sliding window", CHAPTER, "several packets may wait for their acknowledgement at once", """
            When the oldest of them is acknowledged, the window moves on, and the next may leave: so a long way is kept busy. What goes \
            again after a loss is another matter:  explain go-back-N ,  explain selective repeat ; TCP's window is of bytes (RFC 9293 \
            §3.8.6). Try:  sim rdt-gbn --link "delay 50ms" --window 1 --count 8 --ladder , and with 4."""),
            new Explained("go-back-N", CHAPTER, "a window of packets, and from a lost one on all go again", """
            Here rdt-gbn. Its ACKs are cumulative: one that is lost costs nothing if a later one arrives (Kurose and Ross §3.4.3). Try:  \
            sim rdt-gbn --link "delay 9ms upstream drop data 1" --count 5 --ladder ; lab 32."""),
            new Explained(
                    "selective repeat",
                    CHAPTER,
                    "a window of packets, and only those go again that are not acknowledged",
                    """
            Here rdt-sr. The receiver keeps what came early, and acknowledges each by itself: so a lost ACK costs a timeout (Kurose and Ross \
            §3.4.4). Try:  sim rdt-sr --link "delay 9ms upstream drop data 1" --count 5 --ladder ; lab 33."""),
            new Explained("utilisation", CHAPTER, "for which part of the time a line carries something new", """
            With stop-and-wait (L/R) / (RTT + L/R), with a window of W up to W times as much, never more than all (Kurose and Ross §3.4.2). \
            Try:  sim sweep --loss 0%,5% --window 1,4,16 ; lab 31."""),
            new Explained("bandwidth-delay product", CHAPTER, "how many bytes are under way when a line is full", """
            Its rate times the round trip: 1 Mbit/s and 100 ms are 12500 bytes. A smaller window leaves it idle (RFC 7323 §1.1). Try:  \
            sim rdt-gbn --link "delay 50ms rate 1mbit" --window 4 , and with 16."""),
            new Explained("goodput", CHAPTER, "bits a second that are of use to the receiver's program", """
            Nothing that is lost or comes again counts (RFC 2647 §3.17), here no header either; throughput mostly means all. Try:  \
            sim --link "delay 20ms loss 5%" , and look at goodput beside again."""),
            new Explained(
                    "jitter buffer", CHAPTER, "it keeps what came early, so that all is played at an even pace", """
            A longer one waits for more of the late packets, and makes all of them later (RFC 3611 §4.7.7). How long the server's has to be, on \
            the wire:  link use upstream delay 20ms 5ms ,  server udp 7 ,  client udp 7 --count 50 : from min to max. And  explain jitter ."""));

    private TextbookWords() {}
}
