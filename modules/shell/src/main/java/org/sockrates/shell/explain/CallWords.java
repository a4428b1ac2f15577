package org.sockrates.shell.explain;

import java.util.List;

/** Words of the calls: what C and Python give them, what they give back, how they wait, and how a server serves many. */
final class CallWords {
    static final List<Explained> ALL = List.of(
            new Explained("errno", "calls", "the number by which the system says why a call has failed", """
            In C the call returns -1 and sets it; in Python it is an OSError's. Each has a name, and here a page:  explain 111 ,  \
            explain ECONNREFUSED . After a call that failed:  why  (errno(3))."""),
            new Explained("descriptor", "calls", "the number by which a program knows its socket", """
            socket and accept return it: the lowest that no open file of the process has. 0, 1 and 2 are its input and its \
            outputs, so the first is 3. Try:  socket  twice, then  status  (socket(2), open(2))."""),
            new Explained("AF_INET", "calls", "the family of IPv4: addresses like 127.0.0.1", """
            socket's first argument, and for good: an IPv6 address does not fit such a socket (EAFNOSUPPORT). Try:  socket  \
            (ip(7))."""),
            new Explained("AF_INET6", "calls", "the family of IPv6: addresses like ::1", """
            Try:  socket --ipv6 . One that is bound to :: takes IPv4's clients as well, as ::ffff:127.0.0.1, unless \
            IPV6_V6ONLY is on (ipv6(7), RFC 3493 §3.7)."""),
            new Explained("IPV6_V6ONLY", "calls", "an IPv6 socket bound to :: leaves IPv4's clients to others", """
            Off, as a rule on Linux, it takes them too, as ::ffff:127.0.0.1; on, another socket may have the same port by IPv4. \
            In C and Python it is set before bind; Java has no such option, and leaves it off (ipv6(7), RFC 3493 §5.3)."""),
            new Explained("SOCK_STREAM", "calls", "the type of a socket that carries a stream: TCP", """
            socket's second argument; the third may be 0, since of each of these families TCP is the usual one. Try:  \
            socket tcp , and  explain stream  (socket(2), tcp(7))."""),
            new Explained("SOCK_DGRAM", "calls", "the type of a socket that carries datagrams: UDP", """
            socket's second argument. Try:  socket udp , and  explain datagram  (socket(2), udp(7))."""),
            new Explained("SHUT_WR", "calls", "of shutdown: I send nothing more", """
            Here  shutdown out . TCP tells the peer by a FIN, and it reads an end of stream; this end may still receive \
            (shutdown(2), RFC 9293 §3.6). Lab 08."""),
            new Explained("SHUT_RD", "calls", "of shutdown: I read nothing more", """
            Here  shutdown in . The peer is not told, and may go on sending: TCP has no segment that says it \
            (shutdown(2))."""),
            new Explained("SHUT_RDWR", "calls", "of shutdown: both", """
            Here  shutdown both . The conversation is over, and the descriptor is still there: only close gives it back \
            (shutdown(2), close(2))."""),
            new Explained("blocking", "calls", "a call that waits until it can be done", """
            accept for a client, receive for bytes, send for room, connect for an answer; meanwhile the thread does nothing \
            else. Try:  accept &  and  jobs . With O_NONBLOCK none waits: it fails at once with EAGAIN, connect with \
            EINPROGRESS (fcntl(2))."""),
            new Explained("timeout", "calls", "how long a call waits at most; then it fails with EAGAIN", """
            A connect: here with ETIMEDOUT; in C, where SO_SNDTIMEO limits it, with EINPROGRESS. Here  set timeout 5s ; in Python \
            settimeout, whose TimeoutError has no errno. In C a blocking accept or receive waits for ever, unless SO_RCVTIMEO is set \
            (socket(7)). When TCP sends a segment again is another clock:  explain rto ."""),
            new Explained("unfinished", "calls", "this call waits; its end comes later, as: resumed", """
            Other lines may stand between, as in  accept(3 <unfinished ...>  and  <... accept resumed>) = 4 . Try, of a \
            socket that listens:  accept & , then  jobs  (strace(1))."""),
            new Explained("buffer", "calls", "where bytes wait in the kernel: each socket has one for either way", """
            send only copies into it: that it has returned says nothing of the peer. receive takes what has come. Where it is \
            full, send waits, and what UDP brings is thrown away. Try:  status  (Recv-Q, Send-Q), and  explain SO_RCVBUF ."""),
            new Explained("peer", "calls", "the other end of a conversation", """
            connect names it, accept finds it, recvfrom tells which it was. Try:  status ; in C getpeername(2)."""),
            new Explained("connection", "calls", "two ends that have agreed to talk, and remember each other", """
            Two addresses and two ports tell it from all others (RFC 9293 §4). Only TCP has one: UDP's connect sends nothing. \
            Try:  server tcp 7000 ,  socket tcp ,  connect 7000 , and  status ."""),
            new Explained("byte order", "calls", "in headers the highest byte of a number stands first", """
            Port 7 is 00 07, whatever the machine's own order. C turns it by htons and htonl (byteorder(3)), Python's struct by "!"; here \
            ports are typed as they are read. Numbers within a message a program has to turn itself. Try:  send hex:00 07  (RFC 791, \
            appendix B)."""),
            new Explained("partial send", "calls", "a send that takes less than it was given", """
            A stream's, where the buffer is full and the call does not wait any longer: the result says how much, the rest is yours to \
            send. Python's sendall goes on until all is taken. Try:  server tcp 7000 --pause-before-read 1min ,  socket tcp ,  connect 7000 ,  \
            set timeout 1s ,  send #10000000  (send(2))."""),
            new Explained("MSG_PEEK", "labs", "this recv reads bytes, and leaves them where they are", """
            The next one has them once more (recv(2)). Java has no such flag; how many wait,  status  tells: Recv-Q."""),
            new Explained("address", "addresses", "the number by which a packet finds a machine", """
            IPv4's have 32 bits, 127.0.0.1, IPv6's 128, ::1. It belongs to an interface, so a machine has several ( ip addr  shows \
            them); a name for it is looked up first. Which program is meant, the port says:  explain port  (ip(7))."""),
            new Explained("localhost", "addresses", "this machine's name for itself", """
            It stands for 127.0.0.1 and for ::1 (RFC 6761 §6.3); here for the one that fits the socket's family. A program \
            that tries one does not find a server that sits at the other."""),
            new Explained("127.0.0.1", "addresses", "this machine itself, by IPv4", """
            Nothing sent there leaves it, and nobody else can reach a server bound there; so is all of 127.0.0.0/8 \
            (RFC 1122 §3.2.1.3). Without another address bind takes this one. Try:  bind 7000 ."""),
            new Explained("::1", "addresses", "this machine itself, by IPv6", """
            What 127.0.0.1 is by IPv4, but another address: who listens at one does not hear the other (RFC 4291 §2.5.3). \
            Try:  socket --ipv6 , and  bind 7000 ."""),
            new Explained("0.0.0.0", "addresses", "of bind: all IPv4 addresses of this machine", """
            Others on the network reach it, too. In C INADDR_ANY (ip(7)), in Python '', here any:  bind any 7000 . No place to send to \
            (RFC 1122 §3.2.1.3): Linux takes a connect to it for one to this machine."""),
            new Explained("::", "addresses", "of bind: all addresses of this machine", """
            IPv6's, and on Linux as a rule IPv4's as well: see  explain AF_INET6 . Here any, of a socket --ipv6 (RFC 4291 \
            §2.5.2, ipv6(7))."""),
            new Explained("ephemeral", "addresses", "a port that the system has picked, for one conversation", """
            A client gets one when it connects or first sends, whoever binds port 0 as well. On Linux from 32768 to 60999 as a rule \
            (ip_local_port_range in ip(7), RFC 6056). Try:  bind 0 , or  connect  and  status ."""),
            new Explained("iterative", "servers", "one client after the other", """
            The next one waits in the backlog: connected, and unanswered. The simplest, and what  server tcp 7000  does. Try two \
            clients at once; lab 16."""),
            new Explained("threads", "servers", "a thread for each client", """
            accept hands each socket to a thread of its own, which may block. Each takes memory, so thousands are many. Try:  \
            server tcp 7000 --style threads ; lab 16 (pthreads(7))."""),
            new Explained("virtual", "servers", "a virtual thread for each client", """
            Written like threads; where one would block, Java gives its system thread to another, so there may be very many. \
            Try:  server tcp 7000 --style virtual  (Java 21, JEP 444)."""),
            new Explained("selector", "servers", "one thread that asks which sockets are ready", """
            None of them blocks: it waits for all at once, and serves those that have something. Try:  \
            server tcp 7000 --style selector  (select(2), poll(2), epoll(7))."""),
            new Explained("pinger", "servers", "sends back what came, in capitals, but at times says nothing", """
            Its client cannot tell that from a loss, and needs a timeout. Try:  server udp 7000 --pinger 30% , and  \
            client udp 7000 --count 10 ; lab 13."""),
            new Explained("seed", "link", "the number that all chance is drawn from", """
            With the same one, and the same messages, the same are lost again: so a failure can be had once more. Try:  \
            set seed 7 ; a link has its own, behind its rules."""));

    private CallWords() {}
}
