package org.sockrates.shell.explain;

import java.util.List;

/** Words of what travels: its kinds, the fields of its headers as tcpdump names them, and what governs how much. */
final class PacketWords {
    static final List<Explained> ALL = List.of(
            new Explained("TCP", "packets", "carries a stream of bytes, whole and in its order (RFC 9293)", """
            It shakes hands first, numbers every byte, sends again what nobody has acknowledged, and slows down for a slow \
            reader or network. It keeps no bounds of messages. Try:  server tcp 7000 ,  \
            client tcp 7000 hi , and  journal ."""),
            new Explained("UDP", "packets", "carries single messages, each by itself (RFC 768)", """
            No handshake, no acknowledgement, no order: two ports, a length and a checksum before the data, and that is all. \
            What is lost, a program has to notice itself. Try:  server udp 7000 ,  client udp 7000 hi ."""),
            new Explained("IP", "packets", "brings a packet to another machine, or loses it (RFC 791, RFC 8200)", """
            It knows addresses and no ports: those are TCP's and UDP's, which it carries. It may lose a packet, double it, or let \
            another pass, and promises nothing."""),
            new Explained("packet", "packets", "what crosses a network at once: IP's header, and what it carries", """
            A segment of TCP's, or a datagram of UDP's: at most 1500 bytes in all on Ethernet, 65535 on lo (IPv4). It is lost whole, \
            never half (RFC 791). Try:  trace on , on the path wire."""),
            new Explained("segment", "packets", "a packet of TCP's: a header, and a piece of the stream or none", """
            The system cuts the stream, not send: into pieces of at most mss. It is a packet to IP; what UDP sends is called a datagram. \
            Try:  ladder , on the path wire (RFC 9293 §3.1)."""),
            new Explained("handshake", "packets", "the three segments that make a connection: S, S. and a dot", """
            The client asks; the server agrees, and asks in its turn; the client agrees. Each has told where its numbers begin. The \
            two systems do it, and accept only fetches what is made. Lab 21 (RFC 9293 §3.5)."""),
            new Explained("seq", "packets", "which bytes of the stream a segment carries, by their numbers", """
            seq 1:6  are bytes 1 to 5. SYN and FIN have a number each, too. They are shown as if the first were 0; in truth each end \
            begins anywhere (its ISN, RFC 9293 §3.4.1), and after 4 GiB anew. Try:  capture read FILE --packets ."""),
            new Explained("length", "packets", "how many bytes of data are in it, without any header", """
            0 in a segment that only acknowledges. UDP's own field of that name counts its header of 8 bytes, too (RFC 768)."""),
            new Explained("wscale", "packets", "how often the windows of this sender are to be doubled", """
            A header has 16 bits for a window: 65535. With  wscale 10  in a SYN,  win 63  later means 63 x 1024 bytes; not in a \
            SYN itself, and only if both SYNs have it (RFC 7323 §2.2). Try:  tcp set window-scaling off , on the wire."""),
            new Explained("checksum", "packets", "a sum over header and data, by which damage is noticed", """
            Where it is wrong the packet is thrown away, and nobody is told: damage is a loss. It finds every single bit that has turned, \
            not all of several. Lab 30 (RFC 1071, RFC 9293 §3.1). A capture made where a packet is sent may show one not yet filled in."""),
            new Explained("NAK", "packets", "says that a packet came damaged: send it again", """
            The textbook's rdt 2.0 has it. A second ACK for the last good packet says as much, so rdt 2.2 has none (Kurose and Ross \
            §3.4.1), nor has TCP:  explain Dup ACK . Try, and look at ack none:  \
            sim rdt-gbn --link "delay 9ms upstream drop data 1" --count 3 --ladder ."""),
            new Explained("demultiplexing", "packets", "to find the socket that a packet is for", """
            UDP looks at the address and port it was sent to, so one socket has all senders; TCP at the sender's too, so a server's port \
            has a socket for each peer (Kurose and Ross §3.2). Try:  compare fan-in ; lab 16."""),
            new Explained("simultaneous open", "packets", "both ends connect, and nobody listens", """
            Two SYNs cross, and that is one connection (RFC 9293 §3.5). Try, on the wire:  socket --as a ,  bind a 1111 ,  socket --as b ,  \
            bind b 2222 ,  link pause ,  connect a 2222 & ,  connect b 1111 & ,  link resume ,  ladder ."""),
            new Explained("delay", "link", "how long a packet is under way", """
            One way; there and back is a round trip: rtt. Behind a thin link most of it may be the time in its queue. Try:  \
            link add 7000 delay 20ms , and  why latency ."""),
            new Explained("jitter", "link", "how much the time under way changes from one packet to the next", """
            A mean of these changes, of which each new one counts a sixteenth (RFC 3550 §6.4.1). Who plays sound must wait for the late ones. \
            Try:  link add udp 7000 delay 20ms 5ms , and  why jitter_ms ."""),
            new Explained("bufferbloat", "link", "a queue so long that all who share the link wait in it", """
            TCP itself fills it, since reno and cubic slow down only when it overflows (RFC 8289). Try, on the wire:  \
            compare congestion --transports tcp --link "delay 10ms rate 5mbit limit 500" : queue_alike_ms is near a second; with limit 20 \
            some 20 ms."""),
            new Explained("fairness", "link", "whether flows that share a link come to equal parts", """
            Two of reno's do, in many round trips (explain AIMD); beside what nobody holds back they give way (RFC 2914 §3.2). Jain's \
            index of two rates, (a+b)^2 / (2 (a^2+b^2)), is 1 where they are equal, 0.5 where one has all. Try:  \
            compare congestion --path sim --transports tcp ."""),
            new Explained("reno", "tcp", "congestion control as the textbook has it (RFC 5681)", """
            cwnd grows by a segment in a round trip, a loss halves it. Linux' adds what RFC 6582 (NewReno) and SACK know of several losses. \
            Try, on the wire:  tcp set congestion reno ."""),
            new Explained("tahoe", "tcp", "what came before reno: after any loss cwnd begins at 1", """
            It sends again at a third duplicate ACK, too, but knows no fast recovery; reno's cwnd is 1 after a timeout only (Kurose \
            and Ross §3.7). No kernel has it. Try what a timeout does:  explain fast recovery ."""),
            new Explained("cubic", "tcp", "the congestion control that Linux has as a rule (RFC 9438)", """
            A loss leaves 0.7 of cwnd; then it grows by the time since, not by round trips: quickly, slowly near where the loss was, \
            and quickly beyond. Try, on the wire:  tcp set congestion cubic , and  tcp plot ."""),
            new Explained("bbr", "tcp", "congestion control by measured rate and round trip, not by loss", """
            It estimates how many bytes a second the way carries and how long an empty one takes, and sends at that pace: queues are \
            to stay short. Linux' tcp_bbr is its first version, draft-ietf-ccwg-bbr tells of the third. Try:  compare --path wire --congestion bbr ."""));

    private PacketWords() {}
}
