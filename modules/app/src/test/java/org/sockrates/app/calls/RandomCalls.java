package org.sockrates.app.calls;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sockrates.transport.testkit.Property.Draw;

/**
 * The calls of one run, drawn one by one: mostly such as make sense after what the earlier ones did, sometimes any. Not drawn is
 * what the kernel itself decides anew each time: who of two at one port gets what comes, and whether a port is still held by
 * TIME-WAIT, whose table may be full.
 */
final class RandomCalls {
    private enum Stage {
        NEW,
        BOUND,
        LISTENING,
        CONNECTED,
        CLOSED
    }

    /** A socket as far as its calls tell. */
    private static final class Known {
        private final String name;
        private final boolean tcp;
        private final boolean six;
        private Stage stage = Stage.NEW;
        private String host = "";
        private String port = "";
        private boolean shares;
        private boolean prefersIpv4;

        Known(String name, boolean tcp, boolean six) {
            this.name = name;
            this.tcp = tcp;
            this.six = six;
        }

        boolean isAt(String somePort) {
            return stage != Stage.CLOSED && port.equals(somePort);
        }
    }

    private static final int MOST_SOCKETS = 7;
    private static final List<String> ANY = words(
            "bind listen accept connect send sendto recv recvfrom shutdown close reset urgent gather names join leave");
    private static final List<String> NEW_TCP = words("bind bind bind connect connect listen names");
    private static final List<String> BOUND_TCP = words("listen listen listen listen connect connect names close");
    private static final List<String> LISTENING =
            words("accept accept accept accept newcomer newcomer listen ready close");
    private static final List<String> STREAM =
            words("send send send gather recv recv recv recv recv shutdown shutdown close"
                    + " reset urgent sendto recvfrom names ready ready ready");
    private static final List<String> NEW_UDP = words("bind bind bind bind sendto connect connect join names");
    private static final List<String> BOUND_UDP =
            words("recvfrom recvfrom recvfrom sendto sendto sendto connect recv names close join leave ready ready");
    private static final List<String> CONNECTED_UDP =
            words("send send send recv recv recv recvfrom sendto connect names ready ready");
    private static final List<String> SIZES = words("#1 #5 #5 #100 #3000 hello hello \"\"");
    private static final List<String> DATAGRAMS =
            words("#1 #5 #100 #3000 #20000 #65507 #65508 #65527 #65528 #65535 hello hello hello \"\"");
    private static final List<String> BOTH_OPTIONS =
            words("SO_REUSEADDR=on SO_REUSEADDR=on SO_REUSEADDR=off SO_REUSEPORT=on SO_REUSEPORT=off IP_TOS=0 IP_TOS=16"
                    + " IP_TOS=255 IP_TOS=3");
    private static final List<String> TCP_OPTIONS = words("SO_KEEPALIVE=on SO_KEEPALIVE=off SO_LINGER=off SO_LINGER=0"
            + " SO_LINGER=1 SO_OOBINLINE=on SO_RCVBUF=100000 SO_SNDBUF=100000 TCP_KEEPIDLE=0 TCP_KEEPIDLE=32768"
            + " TCP_KEEPINTVL=5 TCP_KEEPCNT=127 TCP_KEEPCNT=128 TCP_NODELAY=on");
    private static final List<String> UDP_OPTIONS = words("SO_BROADCAST=on SO_BROADCAST=off IP_MULTICAST_TTL=1"
            + " IP_MULTICAST_TTL=255 IP_MULTICAST_TTL=256 IP_MULTICAST_LOOP=off SO_RCVBUF=0 SO_RCVBUF=4096"
            + " SO_RCVBUF=100000 SO_SNDBUF=1 SO_SNDBUF=4096 SO_SNDBUF=100000");

    private final Draw draw;
    private final boolean tcp;
    private final boolean ipv6;
    private final boolean six;
    private final List<Known> sockets = new ArrayList<>();
    private final Deque<String> planned = new ArrayDeque<>();
    private final Set<String> worn = new HashSet<>();
    private final Set<String> shared = new HashSet<>();
    private char nextName = 'a';

    /** @param ipv6 whether there may be some */
    RandomCalls(Draw draw, boolean tcp, boolean ipv6) {
        this.draw = draw;
        this.tcp = tcp;
        this.ipv6 = ipv6;
        this.six = draw.chance(0.4) && ipv6;
        if (draw.chance(0.8)) {
            planned.addAll(tcp ? talk() : neighbours());
        }
    }

    private static List<String> words(String all) {
        return List.of(all.split(" "));
    }

    private List<String> talk() {
        String host = six ? "::1" : "127.0.0.1";
        return List.of(
                socket("a"),
                "bind a " + host + " p0",
                "listen a 5",
                socket("b"),
                "connect b " + host + " p0",
                "accept a --as c");
    }

    private List<String> neighbours() {
        String host = six ? "::1" : "127.0.0.1";
        List<String> calls =
                new ArrayList<>(List.of(socket("a"), "bind a " + host + " p0", socket("b"), "bind b " + host + " p1"));
        if (draw.chance(0.6)) {
            calls.add("connect a " + host + " p1");
        }
        return calls;
    }

    private String socket(String name) {
        return "socket " + (tcp ? "tcp" : "udp") + " --as " + name + (six ? " --ipv6" : "");
    }

    /** Lets these calls be the next ones. */
    void plan(List<String> calls) {
        for (int i = calls.size() - 1; i >= 0; i--) {
            planned.addFirst(calls.get(i));
        }
    }

    /** The next call, as long as there are names. */
    String next() {
        if (!planned.isEmpty()) {
            return planned.remove();
        }
        if (sockets.isEmpty() || (sockets.size() < MOST_SOCKETS && draw.chance(0.07))) {
            return newcomer();
        }
        Known socket = draw.oneOf(sockets);
        if (socket.stage == Stage.CLOSED) {
            socket = draw.oneOf(sockets);
        }
        if (draw.chance(socket.stage == Stage.NEW ? 0.2 : 0.08)) {
            return options(socket);
        }
        return call(draw.chance(0.08) ? draw.oneOf(ANY) : draw.oneOf(sensible(socket)), socket);
    }

    /** What every socket that is left is asked in the end. */
    List<String> farewell() {
        return sockets.stream()
                .filter(socket -> socket.stage != Stage.CLOSED)
                .flatMap(socket -> Stream.of("recv", "send", "recv", "shutdown", "recv", "close")
                        .filter(word -> socket.stage == Stage.CONNECTED || !word.equals("send"))
                        .filter(word -> (socket.tcp && socket.stage == Stage.CONNECTED) || !word.equals("shutdown"))
                        .map(word -> call(word, socket)))
                .toList();
    }

    private List<String> sensible(Known socket) {
        return switch (socket.stage) {
            case NEW -> socket.tcp ? NEW_TCP : NEW_UDP;
            case BOUND -> socket.tcp ? BOUND_TCP : BOUND_UDP;
            case LISTENING -> LISTENING;
            case CONNECTED -> socket.tcp ? STREAM : CONNECTED_UDP;
            case CLOSED -> ANY;
        };
    }

    private String newcomer() {
        boolean other = draw.chance(0.15) && ipv6;
        return socket(name()).replace(" --ipv6", "") + (six != other ? " --ipv6" : "");
    }

    private String name() {
        while (sockets.stream().anyMatch(socket -> socket.name.equals(nextName + ""))) {
            nextName++;
        }
        return nextName + "";
    }

    private String call(String word, Known socket) {
        String name = " " + socket.name;
        return switch (word) {
            case "bind" -> "bind" + name + " " + place(socket);
            case "listen" -> "listen" + name + " " + draw.between(5, 9);
            case "accept" -> "accept" + name + " --as " + name();
            case "newcomer" -> newcomer();
            case "connect" -> connect(socket);
            case "gather" ->
                "gather" + name + " " + draw.oneOf(SIZES) + " " + draw.oneOf(SIZES) + " " + draw.oneOf(SIZES);
            case "send" -> "send" + name + " " + draw.oneOf(socket.tcp ? SIZES : DATAGRAMS);
            case "urgent" -> "send" + name + " x --urgent";
            case "sendto" -> "sendto" + name + " " + peer(socket) + " " + draw.oneOf(socket.tcp ? SIZES : DATAGRAMS);
            case "recv", "recvfrom" -> word + name + " " + draw.oneOf(List.of(1, 5, 100, 65_536, 65_536));
            case "shutdown" -> "shutdown" + name + " " + draw.oneOf(List.of("out", "out", "out", "both", "in"));
            case "reset" -> "close" + name + " --reset";
            case "join", "leave" -> word + name + (socket.six ? " ff02::7" : " 239.1.2.3");
            default -> word + name;
        };
    }

    /** What waits at a datagram socket that is to connect Java throws away: it is read before. */
    private String connect(Known socket) {
        String connect = "connect " + socket.name + " " + peer(socket);
        if (socket.tcp || socket.stage == Stage.NEW) {
            return connect;
        }
        planned.add(connect);
        return "drain " + socket.name;
    }

    private String options(Known socket) {
        List<String> some = draw.chance(0.5) ? BOTH_OPTIONS : socket.tcp ? TCP_OPTIONS : UDP_OPTIONS;
        String[] option = draw.oneOf(some).split("=");
        return "options " + socket.name + " " + option[0] + (draw.chance(0.6) ? " " + option[1] : "");
    }

    private String place(Known socket) {
        String host = draw.oneOf(
                socket.six && !(socket.tcp && socket.prefersIpv4)
                        ? words("::1 ::1 ::1 :: 0.0.0.0 127.0.0.1")
                        : words("127.0.0.1 127.0.0.1 127.0.0.1 127.0.0.1 0.0.0.0 0.0.0.0 127.0.0.2 127.255.255.255"));
        String port = draw.oneOf(words("p0 p0 p1 p1 p2 p3 0"));
        boolean open = sockets.stream()
                .anyMatch(door -> door.isAt(port)
                        && door.stage == Stage.LISTENING
                        && (door.host.equals(host) || door.host.matches("0.0.0.0|::")));
        return socket.tcp && worn.contains(port) && !open ? host + " 0" : host + " " + port;
    }

    /** Who listens, or is there; or nobody. A socket of TCP goes one way only: Linux loses itself in the other behind a refusal. */
    private String peer(Known socket) {
        boolean mapped = socket.six && (socket.tcp ? socket.prefersIpv4 : draw.chance(0.2));
        List<String> there = sockets.stream()
                .filter(one -> one.tcp == socket.tcp && one.stage == (one.tcp ? Stage.LISTENING : one.stage))
                .map(one -> one.port)
                .filter(port -> !port.isEmpty())
                .toList();
        List<String> ports = (!there.isEmpty() && draw.chance(0.85) ? there : words("p0 p0 p1 p1 p2 p3 0"))
                .stream().filter(port -> !shared.contains(port)).toList();
        boolean wild = socket.stage == Stage.NEW && draw.chance(0.2);
        String host = socket.six && !mapped
                ? wild ? "::" : "::1"
                : wild ? "0.0.0.0" : draw.oneOf(words("127.0.0.1 127.0.0.1 127.0.0.1 127.0.0.1 127.0.0.1 127.0.0.2"));
        return host + " " + (ports.isEmpty() ? "1" : draw.oneOf(ports));
    }

    /** What came of a call, from which the next ones are drawn. */
    void learn(String call, String answer) {
        String[] words = call.split(" ");
        if (answer.matches("E[A-Z]+")) {
            return;
        }
        if (words[0].equals("socket")) {
            Known fresh = new Known(words[3], words[1].equals("tcp"), words.length > 4);
            fresh.prefersIpv4 = draw.chance(0.2);
            sockets.add(fresh);
            return;
        }
        Known socket = sockets.stream()
                .filter(one -> one.name.equals(words[1]))
                .findFirst()
                .orElseThrow();
        switch (words[0]) {
            case "bind" -> bound(socket, words[2], words[3]);
            case "listen" -> socket.stage = Stage.LISTENING;
            case "accept" -> {
                Known peer = new Known(words[3], true, socket.six);
                peer.stage = Stage.CONNECTED;
                sockets.add(peer);
            }
            case "connect" -> {
                socket.stage = Stage.CONNECTED;
                worn.add(words[3]);
                worn.add(socket.port);
            }
            case "sendto", "recvfrom" -> socket.stage = socket.stage == Stage.NEW ? Stage.BOUND : socket.stage;
            case "options" -> socket.shares |= call.endsWith(" SO_REUSEPORT on");
            case "close" -> socket.stage = Stage.CLOSED;
            default -> {
                // changes nothing that is known here
            }
        }
    }

    private void bound(Known socket, String host, String port) {
        if (socket.shares && sockets.stream().anyMatch(other -> other.isAt(port))) {
            shared.add(port);
        }
        socket.stage = socket.stage == Stage.CONNECTED ? Stage.CONNECTED : Stage.BOUND;
        socket.host = host;
        socket.port = port.equals("0") ? "" : port;
    }
}
