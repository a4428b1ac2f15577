package org.sockrates.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.PassedMessage.Fate;
import org.sockrates.transport.Call;
import org.sockrates.transport.CallText;
import org.sockrates.transport.Errno;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** Socket events as an observed socket would report them, told one call after another; a call takes 10 µs. */
final class Story {
    static final long MILLI = 1_000_000;
    private static final long CALL = MILLI / 100;

    private final List<ActorEvent> events = new ArrayList<>();
    private final List<PassedMessage> passed = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, InetSocketAddress> locals = new HashMap<>();
    private final Map<String, InetSocketAddress> peers = new HashMap<>();
    private final String transport;
    private String actor = "";
    private long now;

    Story(String transport) {
        this.transport = transport;
    }

    static InetSocketAddress port(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String quote(String text) {
        return '"' + text + '"';
    }

    Story at(double millis) {
        now = (long) (millis * MILLI);
        return this;
    }

    /** Who makes the calls from here on. */
    Story by(String who) {
        actor = who;
        return this;
    }

    Story named(int socket, String name) {
        names.put(own(socket), name);
        return this;
    }

    Story socket(int socket) {
        locals.remove(own(socket));
        peers.remove(own(socket));
        return call(socket, Call.SOCKET, new Returned(socket), "AF_INET", type(), "0");
    }

    Story bind(int socket, int port) {
        locals.put(own(socket), port(port));
        return call(socket, Call.BIND, new Returned(0), "127.0.0.1:" + port);
    }

    Story listen(int socket, int backlog) {
        return call(socket, Call.LISTEN, new Returned(0), Integer.toString(backlog));
    }

    /** A TCP server's first three steps. */
    Story door(int socket, int port) {
        return socket(socket).bind(socket, port).listen(socket, 5);
    }

    Story connect(int socket, int ownPort, int port) {
        locals.put(own(socket), port(ownPort));
        peers.put(own(socket), port(port));
        return call(socket, Call.CONNECT, new Returned(0), "127.0.0.1:" + port);
    }

    Story connectFails(int socket, int port, Errno errno) {
        return event(socket, Call.CONNECT, new Failed(errno, ""), port(port), "127.0.0.1:" + port);
    }

    Story accept(int door, int accepted, int peerPort) {
        locals.put(own(accepted), locals.get(own(door)));
        peers.put(own(accepted), port(peerPort));
        return event(door, Call.ACCEPT, new Returned(accepted), port(peerPort), "127.0.0.1:" + peerPort);
    }

    Story send(int socket, String text) {
        return sendBytes(socket, quote(text), text.length());
    }

    Story sendBytes(int socket, String quoted, int bytes) {
        return call(socket, Call.SEND, new Returned(bytes), quoted, Integer.toString(bytes), "0");
    }

    Story recv(int socket, String text) {
        return call(socket, Call.RECV, new Returned(text.length()), quote(text), "65536", "0");
    }

    Story end(int socket) {
        return call(socket, Call.RECV, new Returned(0, 0, Remark.END_OF_STREAM), "\"\"", "65536", "0");
    }

    /** It has a port and no address, as the system gives one that sends before it was bound. */
    Story unbound(int socket) {
        locals.put(own(socket), new InetSocketAddress(40_000 + socket));
        return this;
    }

    Story sendto(int socket, String text, int port) {
        locals.putIfAbsent(own(socket), port(40_000 + socket));
        String bytes = Integer.toString(text.length());
        InetSocketAddress to = port(port);
        return event(socket, Call.SENDTO, new Returned(text.length()), to, quote(text), bytes, "0", address(to));
    }

    Story recvfrom(int socket, String text, int port) {
        return recvfrom(socket, text, port, 0);
    }

    Story recvfrom(int socket, String text, int port, int cutBytes) {
        InetSocketAddress from = port(port);
        Returned got = new Returned(text.length(), cutBytes, Remark.NONE);
        return event(socket, Call.RECVFROM, got, from, quote(text), "65536", "0", address(from));
    }

    Story shutdown(int socket, String how) {
        return call(socket, Call.SHUTDOWN, new Returned(0), how);
    }

    Story close(int socket) {
        return call(socket, Call.CLOSE, new Returned(0));
    }

    Story abort(int socket) {
        return call(socket, Call.CLOSE, new Returned(0, 0, Remark.RESET));
    }

    Story option(int socket, String name, String value) {
        return call(socket, Call.SETSOCKOPT, new Returned(0), name, value);
    }

    Story fails(int socket, Call call, Errno errno) {
        return call(socket, call, new Failed(errno, ""), "65536");
    }

    Story waits(int socket, Call call) {
        return event(socket, call, null, peers.get(own(socket)));
    }

    /** The last event began so much earlier: it waited. */
    Story since(double millis) {
        SocketEvent last = events.remove(events.size() - 1).event();
        long start = (long) (millis * MILLI);
        add(new SocketEvent(
                start, start, last.socket(), transport, last.call(), List.of(), null, last.local(), last.peer()));
        add(new SocketEvent(
                start,
                last.endNanos(),
                last.socket(),
                transport,
                last.call(),
                last.arguments(),
                last.outcome(),
                last.local(),
                last.peer()));
        return this;
    }

    /** A hop with its faces 7000 (towards 40004) and 8000 (towards 12345) saw a datagram. */
    Story passes(int number, int bytes, Fate fate, String rule, double... deliveredMillis) {
        return passes(number, 40_004, 7000, 8000, 12_345, bytes, fate, rule, deliveredMillis);
    }

    Story passes(
            int number,
            int from,
            int entry,
            int exit,
            int to,
            int bytes,
            Fate fate,
            String rule,
            double... deliveredMillis) {
        List<Long> delivered = new ArrayList<>();
        for (double millis : deliveredMillis) {
            delivered.add((long) (millis * MILLI));
        }
        passed.add(new PassedMessage(
                number,
                now,
                port(from),
                port(entry),
                port(exit),
                port(to),
                bytes,
                fate,
                rule,
                rule.equals("corrupt"),
                delivered,
                Optional.empty(),
                false));
        now += CALL;
        return this;
    }

    Story call(int socket, Call call, @Nullable Outcome outcome, String... arguments) {
        return event(socket, call, outcome, peers.get(own(socket)), arguments);
    }

    Story event(
            int socket, Call call, @Nullable Outcome outcome, @Nullable InetSocketAddress peer, String... arguments) {
        long end = outcome == null ? now : now + CALL;
        InetSocketAddress local = locals.get(own(socket));
        add(new SocketEvent(now, end, socket, transport, call, List.of(arguments), outcome, local, peer));
        now += 2 * CALL;
        return this;
    }

    private void add(SocketEvent event) {
        events.add(new ActorEvent(actor, stream(), event));
    }

    List<ActorEvent> events() {
        return List.copyOf(events);
    }

    List<Ladder> ladders() {
        return Ladder.all(
                events, passed, SeenTraffic.NONE, (whose, socket) -> Optional.ofNullable(names.get(whose + socket)));
    }

    /** The ladder of the last conversation, 80 columns, without times. */
    String drawn() {
        return drawn(LadderStyle.USUAL.timeless());
    }

    String drawn(LadderStyle style) {
        return String.join("\n", ladders().get(ladders().size() - 1).render(style)) + "\n";
    }

    private String own(int socket) {
        return actor + socket;
    }

    private boolean stream() {
        return !transport.equals("udp");
    }

    private String type() {
        return stream() ? "SOCK_STREAM" : "SOCK_DGRAM";
    }

    private static String address(InetSocketAddress address) {
        return CallText.address(address);
    }
}
