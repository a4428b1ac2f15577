package org.sockrates.shell.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.text.Fold;
import org.sockrates.transport.Errno;

/**
 * What an errno means to somebody who learns sockets: what happened, and what to do.
 *
 * @param name its C name
 * @param number Linux's
 * @param text what {@code strerror(3)} says
 * @param paragraphs as long as they are; whoever shows them folds them
 */
public record ErrnoPage(String name, int number, String text, List<String> paragraphs) {
    private ErrnoPage(String name, int number, String text, String paragraphs) {
        this(name, number, text, List.of(paragraphs.split("\n", -1)));
    }

    public ErrnoPage {
        paragraphs = List.copyOf(paragraphs);
    }

    /** As people read it. */
    List<String> folded() {
        List<String> lines = new ArrayList<>();
        lines.add(name + " (" + text + "), " + number + " on Linux");
        paragraphs.forEach(paragraph -> lines.addAll(Fold.hanging("  ", paragraph)));
        return lines;
    }

    /** As programs read it. */
    Object json() {
        return Json.object("errno", name, "number", number, "text", text, "lines", paragraphs);
    }

    /** Of one that a call can fail with. */
    static ErrnoPage of(Errno errno) {
        return new ErrnoPage(errno.name(), errno.number(), errno.text(), meaning(errno));
    }

    /** Of all that are explained. */
    static List<ErrnoPage> all() {
        return Stream.concat(ours().stream(), elsewhere().stream()).toList();
    }

    /** The names of all that are explained. */
    public static List<String> names() {
        return all().stream().map(ErrnoPage::name).toList();
    }

    /** Of those our calls fail with. */
    static List<ErrnoPage> ours() {
        return Stream.of(Errno.values()).map(ErrnoPage::of).toList();
    }

    /** Of those one meets in programs and manual pages, and never from these calls. */
    static List<ErrnoPage> elsewhere() {
        return List.of(
                new ErrnoPage("EINPROGRESS", 115, "Operation now in progress", """
                        connect in a program whose socket does not block (O_NONBLOCK), or whose SO_SNDTIMEO is \
                        over: the SYN is on its way, and the call does not wait for the answer. Not a failure yet.
                        do: poll until it can be written; then getsockopt SO_ERROR says what came of it"""),
                new ErrnoPage("ENFILE", 23, "Too many open files in system", """
                        The whole machine has as many open files as it may (fs.file-max). EMFILE is the limit \
                        of one process."""),
                new ErrnoPage("ENOMEM", 12, "Cannot allocate memory", """
                        The kernel has no memory for it now. Of a socket's buffers, ENOBUFS says so.
                        do: close what is not needed, and call again"""),
                new ErrnoPage("ENOTSOCK", 88, "Socket operation on non-socket", """
                        The descriptor is open, but of a file, a pipe or a terminal. In C often a slip: \
                        if (fd = socket(...) < 0) makes fd 0, which is stdin.
                        do: look where the number comes from"""),
                new ErrnoPage("EPROTONOSUPPORT", 93, "Protocol not supported", """
                        socket: its third argument is no protocol of that family and type, such as \
                        IPPROTO_UDP with SOCK_STREAM, or the machine lacks it.
                        do: let it be 0, the type's usual one"""),
                new ErrnoPage("EWOULDBLOCK", 11, "Resource temporarily unavailable", """
                        On Linux another name of EAGAIN, with the same number; here it is always EAGAIN. POSIX \
                        lets them differ, so a portable program asks for both.
                        do:  explain EAGAIN"""));
    }

    private static String meaning(Errno errno) {
        return switch (errno) {
            case EACCES -> """
                    bind: the port is privileged (below 1024, or what ip_unprivileged_port_start says) and you are not root.
                    sendto, and connect of UDP: a broadcast address, and SO_BROADCAST is off.
                    connect, send, sendto: a prohibit route of this machine forbids it; over IPv6 also a firewall \
                    anywhere that says so (ICMPv6: prohibited).
                    recv of UDP: an earlier datagram was prohibited, by a router or a firewall (ICMPv6).
                    UDP that this machine's firewall drops is EPERM; Python's PermissionError is either.
                    do: take a higher port; of UDP  options . SO_BROADCAST on ; look at  ip route""";
            case EADDRINUSE -> """
                    Another socket has this address and port, or a TCP connection of it is closed and not over: \
                    in TIME-WAIT (RFC 9293 §3.6.1), or in FIN-WAIT-2 until the other end closes, too, on Linux \
                    for a minute at most (tcp_fin_timeout). TCP and UDP have ports of their own.
                    join: the socket is in this group already.
                    do: take another port, or 0 for any; a TCP server sets SO_REUSEADDR before bind.
                    Never set it on a unicast UDP socket: both bind, and the second takes the traffic.""";
            case EADDRNOTAVAIL -> """
                    No interface of this machine has that address. Of IPv4, Java also refuses 255.255.255.255 and \
                    127.x.x.255, which Linux takes.
                    connect: no local port is free any more for that peer (ip_local_port_range), or the one it is \
                    bound to has a connection to it already; or this machine has no address from which it could go \
                    there, such as none of IPv6.
                    leave: the socket is in no such group.
                    do: bind to 127.0.0.1, to an address that  ip addr  shows, or to any; \
                    of connect, close some, or wait for TIME-WAIT to end""";
            case EAFNOSUPPORT -> """
                    An IPv6 address on an IPv4 socket, or on an IPv6 one that is bound to an IPv4 address; or the \
                    machine lacks the family.
                    do:  socket --ipv6  for IPv6 addresses""";
            case EAGAIN -> """
                    The call would have waited longer than it may: nothing came, nobody connected, or \
                    no room came free in the send buffer. The socket is as before.
                    In C also of UDP without an address, connect and sendto: no local port is free \
                    (ip_local_port_range). Here that is EADDRINUSE, from Java's own bind.
                    do: call again, or  set timeout 60s""";
            case EALREADY -> """
                    A connect of this socket is under way, and has not been answered yet.
                    do: let it end;  jobs  shows it""";
            case EBADF -> """
                    The number belongs to no open socket: it was closed, or never was.
                    do:  status  shows the numbers that do""";
            case ECONNABORTED -> """
                    The peer gave the connection up before accept took it. Linux does not say so: accept hands \
                    it out all the same, and its first recv or send meets ECONNRESET.
                    do: accept again""";
            case ECONNREFUSED -> """
                    TCP: the machine is there and answered the SYN with RST, because nobody listens on \
                    that port: bound is not listening. You learn it at once (RFC 9293 §3.10.7.1). \
                    A firewall that rejects, there or on the way, looks the same.
                    UDP: an earlier datagram met a closed port and ICMP said so. Linux tells only a connected \
                    socket, or one with IP_RECVERR (ip(7)), one call late (RFC 1122 §4.1.3.3 would have every one told).
                    send, recv of TCP: nothing was acknowledged, the kernel gave the connection up, and meanwhile a \
                    firewall or router had rejected what it sent (ICMP: port unreachable).
                    do: listen there first; compare host, port and transport of both ends""";
            case ECONNRESET -> """
                    The peer threw the connection away (RST): closed with data unread (RFC 2525 §2.17), closed \
                    with SO_LINGER 0, or its machine was started anew. What was on its way is lost.
                    A program that is killed mostly leaves an end of stream instead: its system closes for it.
                    UDP has no connection and so nothing to reset.""";
            case EDESTADDRREQ -> """
                    send on a UDP socket that has no peer.
                    do: sendto HOST PORT DATA, or connect first""";
            case EHOSTDOWN -> """
                    connect, and send and recv of UDP: a router said that it knows no such host (ICMP: destination \
                    host unknown). Hardly any does; a host that is off mostly is EHOSTUNREACH, or silence.
                    do: look at the address""";
            case EHOSTUNREACH -> """
                    A route leads there, and the host does not answer. On a LAN that is ARP (for IPv6, \
                    neighbour discovery) without an answer: nobody has that address, or the host is off. \
                    From further away a router said so (ICMP). ENETUNREACH is another thing: no route.
                    Or the host is there, and a firewall, its own or one on the way, rejects (ICMP: prohibited; of \
                    ICMPv6 that is EACCES); or an unreachable route of this machine's own leads there; or routers \
                    sent it round in a circle (ICMP: time exceeded).
                    send, recv of UDP: an earlier datagram was rejected (ICMP); that nobody has the address Linux does \
                    not tell UDP, nor of a circle. Of TCP: the kernel gave the connection up, and had heard this meanwhile.
                    do: look at the address, and at  ip neigh""";
            case ENETUNREACH -> """
                    No route leads there, or a router said so (ICMP).
                    The address that the socket is bound to is gone, and from there no route is taken; or it is one of IPv6, \
                    and the peer's of IPv4.
                    send, recv of UDP: ICMP said of an earlier datagram that its net is unknown or prohibited. Of a plain \
                    net unreachable Linux does not tell UDP, nor of ICMPv6's no route. Of TCP: the kernel gave the connection \
                    up, and had heard this meanwhile.
                    do: look at the address, and at  ip route""";
            case EINTR -> """
                    Somebody ended the waiting call: Ctrl-C, or  stop . The socket is as before.
                    do: call again""";
            case EINVAL -> """
                    The call does not fit the socket's state, or a value is out of range: bind twice, \
                    accept without listen, a socket option of a wrong kind.
                    connect, sendto: the socket is bound to 127.0.0.1, from where nothing leaves this machine; or a \
                    blackhole route leads there.
                    do:  status  shows what may be called next""";
            case EIO -> """
                    Something failed below that has no better name.""";
            case EISCONN -> """
                    connect: the TCP socket has a peer already. A UDP socket may connect again.
                    sendto: the UDP socket is connected, and not to that address. BSD and Java refuse; \
                    Linux sends it there, this once.
                    do: close it and make another; of UDP, sendto with one that is not connected""";
            case EMFILE -> """
                    This process has as many descriptors as it may (ulimit -n).
                    recv, send, and whatever else may have to wait: Java takes two of its own for the first wait of a \
                    socket (epoll_create, eventfd), which the system's call does not.
                    do: close some; a server keeps serving and accepts again when one is free""";
            case EMSGSIZE -> """
                    A datagram must fit into one IP packet: 65507 = 65535 - 20 (IPv4) - 8 (UDP); \
                    over IPv6 65527.
                    Nothing was sent. A stream has no such limit.
                    send, recv of a few bytes, too: an earlier datagram was longer than a link on the way takes, and \
                    is lost. A router said so (ICMP), and Linux tells the next call of a connected socket; the ones \
                    after it, it cuts.
                    do: split it, or use tcp; of the way,  explain path MTU""";
            case ENOBUFS -> """
                    The system has no room for it now.
                    sendto: a datagram that leaves in fragments, and all of them together are more than the send \
                    buffer takes (SO_SNDBUF); waiting does not help.
                    join: the socket is in as many groups as it may be (igmp_max_memberships).
                    do: set SO_SNDBUF to twice the datagram, or more; else wait, and send again""";
            case ENODEV -> """
                    There is no such interface.
                    do:  doctor  lists them""";
            case ENONET -> """
                    connect, and send and recv of UDP: a router said that it has nothing for this machine (ICMP: \
                    source host isolated). Routers should not say so any more (RFC 1812 §5.2.7.1).
                    do: look at who sent it:  tshark -f icmp""";
            case ENOPROTOOPT -> """
                    options: this socket has no such option: TCP_NODELAY is TCP's. Of those that Linux knows, Java offers \
                    some only: no SO_BROADCAST of TCP, where it has no meaning.
                    connect, send, recv: the other machine, or a firewall, said that it does not speak this protocol \
                    (ICMP: protocol unreachable).
                    do:  options  lists what there is""";
            case ENOTCONN -> """
                    The socket has no peer: not connected yet, or it is the listening one. shutdown: the \
                    connection is over already, by a reset, by silence, or because both ends ended it.
                    do: connect, or use the socket that accept returned""";
            case EOPNOTSUPP -> """
                    The transport has no such call. UDP has no listen and no accept, since it has no \
                    connections: a bound socket receives at once. A stream joins no group (in C: EPROTO). \
                    Where only Java has none, the line under the call says so.
                    connect of TCP, rarely: a router could not go the way that the packet asked \
                    for (ICMP: source route failed).""";
            case EPERM -> """
                    send, sendto of UDP, on Linux: a rule of this machine's own firewall drops what leaves. TCP \
                    does not tell: it sends again and again, until ETIMEDOUT.
                    Elsewhere it takes a privilege: a raw socket without CAP_NET_RAW.
                    connect, rarely: a rule that is no firewall's, as an IPsec policy.
                    do: look at the firewall's rules:  nft list ruleset""";
            case EPIPE -> """
                    Sending into a direction that is over: you shut it down, the peer is gone, or the \
                    socket was never connected. (C programs also get SIGPIPE, which kills them.)
                    do: stop sending""";
            case EPROTO -> """
                    connect, and send and recv of UDP: who got the packet, the host or a router, could not read its \
                    header (ICMP: parameter problem), or sent an ICMP that Linux has no name for.
                    do: look at what it said:  tshark -f 'icmp or icmp6'""";
            case ETIMEDOUT -> """
                    TCP: no answer at all to the SYN, or to data, though it was sent again and again, or to \
                    keep-alive probes (SO_KEEPALIVE): the host is down, packets vanish, a firewall drops them, or the backlog is full.
                    Refused is an answer; this is silence. UDP never gets it: it does not ask.""";
        };
    }
}
