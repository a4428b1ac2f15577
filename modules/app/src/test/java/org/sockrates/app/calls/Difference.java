package org.sockrates.app.calls;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where Java cannot answer as the kernel does, or does what no call tells: behind it two worlds go apart. */
enum Difference {
    UDP_SHUTDOWN(
            "Java has no shutdown of a datagram channel; Linux's is effective even where it says ENOTCONN",
            "socket udp --as a; connect a 127.0.0.1 p0; shutdown a out",
            made -> made.is("shutdown") && !made.tcp()),
    UDP_ELSEWHERE(
            "Java sends from a connected datagram channel to its peer only",
            "socket udp --as a; connect a 127.0.0.1 p0; sendto a 127.0.0.1 p1 hello",
            made -> made.is("sendto") && made.java().equals("EISCONN")),
    UDP_EMPTY(
            "Java makes no call to send an empty datagram from a connected channel",
            "socket udp --as a; connect a 127.0.0.1 p0; send a \"\"",
            made -> made.is("send sendto") && !made.tcp() && made.java().equals("EOPNOTSUPP")),
    UDP_UNBOUND_RECEIVE(
            "Java binds a datagram channel that is to receive",
            "socket udp --as a; recv a 5; names a",
            made -> made.is("recv recvfrom drain") && !made.tcp() && !made.did("bind connect sendto")),
    INPUT_ENDED(
            "Java's own end of input is told without a call, also before bytes that have come",
            Pair.CALLS + "; send b hello; shutdown c in; recv c 5",
            made -> made.is("recv recvfrom drain") && (made.said("shutdown . in") || made.said("shutdown . both"))),
    LISTENING_OPTIONS(
            "Java's listening channel has few options",
            "socket tcp --as a; bind a 127.0.0.1 p0; listen a 5; options a SO_LINGER",
            made -> made.is("options") && made.java().equals("ENOPROTOOPT") && made.did("listen")),
    MET_ITSELF(
            "A connection to itself is refused here: nobody listens",
            "socket tcp --as a; bind a 127.0.0.1 p0; connect a 127.0.0.1 p0",
            made -> made.is("connect") && made.answers("0", "ECONNREFUSED") && made.boundThere()),
    SHUTDOWN_UNCONNECTED(
            "Linux ends directions that a socket does not have yet, and says ENOTCONN; Java does not ask it",
            "socket tcp --as a; shutdown a in; recv a 5",
            made -> made.is("shutdown") && made.java().equals("ENOTCONN") && !made.connected() && !made.did("listen")),
    SHUTDOWN_LISTENING(
            "Linux takes a listening socket's door away; Java has no shutdown of such a channel",
            "socket tcp --as a; bind a 127.0.0.1 p0; listen a 5; shutdown a in",
            made -> made.is("shutdown") && made.java().equals("ENOTCONN") && made.did("listen")),
    BOTH_ENDED_HERE(
            "Where both directions were ended here Java does not tell whether the connection lives",
            Pair.CALLS + "; shutdown b both; close c; shutdown b in",
            made -> made.is("shutdown") && made.answers("ENOTCONN", "0") && made.said("shutdown .")),
    RESET_BEHIND_OWN_END(
            "Java's write behind its own end of output asks nobody; what the kernel has to tell the next call tells",
            Pair.CALLS + "; shutdown b out; close c --reset; send b hello",
            made -> made.is("send sendto gather") && made.answers("ECONNRESET", "EPIPE") && made.said("shutdown .")),
    BOUND_AGAIN(
            "Linux takes the port from a connection that was reset, and, if it chose it, that was refused; here it is kept",
            Pair.CALLS + "; close c --reset; bind b 127.0.0.1 0",
            made -> made.is("bind")
                    && made.tcp()
                    && made.java().equals("EINVAL")
                    && made.differs()
                    && made.triedToConnect()),
    NO_GROUP(
            "A call that a transport does not have is EOPNOTSUPP here, whatever the kernel has for it",
            "socket tcp --as a; join a 239.1.2.3",
            made -> made.is("join leave") && made.tcp() && made.java().equals("EOPNOTSUPP")),
    BOUND_BY_FAILURE(
            "Linux gives a socket its port before it finds that it cannot send; here that is found first",
            "socket udp --as a; send a hello; names a",
            made -> made.is("send sendto") && !made.tcp() && made.failed() && !made.did("bind connect sendto")),
    TOO_LONG(
            "That a datagram is too long is found first here",
            "socket udp --as a --ipv6; bind a ::1 p0; sendto a 127.0.0.1 p1 #65508",
            made -> made.is("send sendto")
                    && made.java().equals("EMSGSIZE")
                    && made.failed()
                    && made.differs()
                    && !made.python().equals("EBADF")),
    WILDCARD_PEER(
            "Java takes the wildcard as a peer for the loopback of its family; Linux for the address the socket has",
            "socket tcp --as a; bind a 127.0.0.2 p0; listen a 5; socket tcp --as b;"
                    + " bind b 127.0.0.2 p1; connect b 0.0.0.0 p0",
            made -> made.is("connect sendto")
                    && made.call().matches(".* (0.0.0.0|::) .*")
                    && made.did("bind connect sendto")),
    GATHERED_DATAGRAMS(
            "Several messages are a datagram each, as sendmmsg(2) sends them",
            "socket udp --as a; bind a 127.0.0.1 p0; socket udp --as b; connect b 127.0.0.1 p0;"
                    + " gather b hello #5 #1; recv a 100",
            made -> made.is("gather") && !made.tcp()),
    LOOPBACK_BROADCAST(
            "Java refuses to bind to the loopback's broadcast addresses, 127.x.x.255",
            "socket tcp --as a; bind a 127.255.255.255 p0",
            made -> made.is("bind")
                    && made.java().equals("EADDRNOTAVAIL")
                    && made.call().contains(" 127.255.255.255 ")),
    PORT_ZERO(
            "Java connects no datagram channel to port 0, and refuses to send there before it asks anybody",
            "socket udp --as a; connect a 127.0.0.1 0",
            made -> made.is("connect sendto")
                    && !made.tcp()
                    && made.java().equals("EINVAL")
                    && made.call().split(" ")[3].equals("0")),
    NAMES_OF_THE_DEAD(
            "Java's channel remembers the addresses of a connection that is over",
            Pair.CALLS + "; close c --reset; names b",
            made -> made.is("names")
                    && made.tcp()
                    && made.differs()
                    && made.python().endsWith("ENOTCONN"));

    /** Two ends of a connection, b and c, and who listens. */
    private static final class Pair {
        private static final String CALLS = "socket tcp --as a; bind a 127.0.0.1 p0; listen a 5;"
                + " socket tcp --as b; connect b 127.0.0.1 p0; accept a --as c";
    }

    private final String why;
    private final String example;
    private final Predicate<Made> applies;

    Difference(String why, String example, Predicate<Made> applies) {
        this.why = why;
        this.example = example;
        this.applies = applies;
    }

    /** The one that a call has met. */
    static Optional<Difference> of(Made made) {
        return Stream.of(values()).filter(one -> one.applies.test(made)).findFirst();
    }

    /** Calls that meet it, and of which the last shows it. */
    List<String> example() {
        return List.of(example.split("; "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + why;
    }
}
