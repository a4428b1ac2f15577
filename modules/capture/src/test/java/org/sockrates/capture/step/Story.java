package org.sockrates.capture.step;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockrates.capture.conversation.ActorEvent;
import org.sockrates.capture.file.Patience;
import org.sockrates.capture.kernel.KernelProtocol;
import org.sockrates.capture.ladder.Ladder;
import org.sockrates.capture.ladder.LadderStyle;
import org.sockrates.capture.traffic.PassedMessage;
import org.sockrates.capture.traffic.PassedMessage.Fate;
import org.sockrates.capture.traffic.SeenTraffic;
import org.sockrates.transport.Arguments;
import org.sockrates.transport.Arguments.Address;
import org.sockrates.transport.Arguments.Backlog;
import org.sockrates.transport.Arguments.Flag;
import org.sockrates.transport.Arguments.Half;
import org.sockrates.transport.Arguments.Kind;
import org.sockrates.transport.Arguments.Message;
import org.sockrates.transport.Arguments.None;
import org.sockrates.transport.Arguments.Option;
import org.sockrates.transport.Arguments.Room;
import org.sockrates.transport.Call;
import org.sockrates.transport.Direction;
import org.sockrates.transport.Errno;
import org.sockrates.transport.Family;
import org.sockrates.transport.SocketEvent;
import org.sockrates.transport.SocketEvent.Failed;
import org.sockrates.transport.SocketEvent.Outcome;
import org.sockrates.transport.SocketEvent.Remark;
import org.sockrates.transport.SocketEvent.Returned;

/** Socket events as an observed socket would report them, told one call after another; a call takes 10 µs. */
public final class Story {
    static final long MILLI = 1_000_000;
    private static final long CALL = MILLI / 100;
    private static final int ROOM = 65_536;

    private final List<ActorEvent> events = new ArrayList<>();
    private final List<PassedMessage> passed = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, InetSocketAddress> locals = new HashMap<>();
    private final Map<String, InetSocketAddress> peers = new HashMap<>();
    private final String transport;
    private String actor = "";
    private long now;

    public Story(String transport) {
        this.transport = transport;
    }

    public static InetSocketAddress port(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static String quote(String text) {
        return '"' + text + '"';
    }

    public Story at(double millis) {
        now = (long) (millis * MILLI);
        return this;
    }

    /** Who makes the calls from here on. */
    public Story by(String who) {
        actor = who;
        return this;
    }

    public Story named(int socket, String name) {
        names.put(own(socket), name);
        return this;
    }

    public Story socket(int socket) {
        locals.remove(own(socket));
        peers.remove(own(socket));
        String type = stream() ? "SOCK_STREAM" : "SOCK_DGRAM";
        return call(socket, Call.SOCKET, new Returned(socket), new Kind(Family.AF_INET, type));
    }

    public Story bind(int socket, int port) {
        locals.put(own(socket), port(port));
        return call(socket, Call.BIND, new Returned(0), address(port(port)));
    }

    public Story listen(int socket, int backlog) {
        return call(socket, Call.LISTEN, new Returned(0), new Backlog(backlog));
    }

    /** A TCP server's first three steps. */
    public Story door(int socket, int port) {
        return socket(socket).bind(socket, port).listen(socket, 5);
    }

    public Story connect(int socket, int ownPort, int port) {
        locals.put(own(socket), port(ownPort));
        peers.put(own(socket), port(port));
        return call(socket, Call.CONNECT, new Returned(0), address(port(port)));
    }

    public Story connectFails(int socket, int port, Errno errno) {
        return event(socket, Call.CONNECT, new Failed(errno, ""), port(port), address(port(port)));
    }

    public Story accept(int door, int accepted, int peerPort) {
        locals.put(own(accepted), locals.get(own(door)));
        peers.put(own(accepted), port(peerPort));
        return event(door, Call.ACCEPT, new Returned(accepted), port(peerPort), address(port(peerPort)));
    }

    public Story send(int socket, String text) {
        return sendBytes(socket, quote(text), text.length());
    }

    public Story sendBytes(int socket, String quoted, int bytes) {
        return call(socket, Call.SEND, new Returned(bytes), message(quoted, bytes));
    }

    public Story sendUrgent(int socket, char data) {
        return call(socket, Call.SEND, new Returned(1), new Message(quote("" + data), 1, Flag.MSG_OOB, null));
    }

    public Story recv(int socket, String text) {
        return call(socket, Call.RECV, new Returned(text.length()), message(quote(text), ROOM));
    }

    public Story end(int socket) {
        return call(socket, Call.RECV, new Returned(0, 0, Remark.END_OF_STREAM), message("\"\"", ROOM));
    }

    /** It has a port and no address, as the system gives one that sends before it was bound. */
    public Story unbound(int socket) {
        locals.put(own(socket), new InetSocketAddress(40_000 + socket));
        return this;
    }

    public Story sendto(int socket, String text, int port) {
        locals.putIfAbsent(own(socket), port(40_000 + socket));
        InetSocketAddress to = port(port);
        Message message = new Message(quote(text), text.length(), Flag.NONE, address(to));
        return event(socket, Call.SENDTO, new Returned(text.length()), to, message);
    }

    public Story recvfrom(int socket, String text, int port) {
        return recvfrom(socket, text, port, 0);
    }

    public Story recvfrom(int socket, String text, int port, int cutBytes) {
        InetSocketAddress from = port(port);
        Returned got = new Returned(text.length(), cutBytes, Remark.NONE);
        return event(socket, Call.RECVFROM, got, from, new Message(quote(text), ROOM, Flag.NONE, address(from)));
    }

    public Story shutdown(int socket, Direction how) {
        return call(socket, Call.SHUTDOWN, new Returned(0), new Half(how));
    }

    public Story close(int socket) {
        return call(socket, Call.CLOSE, new Returned(0), None.NONE);
    }

    public Story abort(int socket) {
        return call(socket, Call.CLOSE, new Returned(0, 0, Remark.RESET), None.NONE);
    }

    public Story option(int socket, String name, String value) {
        return call(socket, Call.SETSOCKOPT, new Returned(0), new Option(name, value));
    }

    public Story fails(int socket, Call call, Errno errno) {
        return call(socket, call, new Failed(errno, ""), new Room(ROOM, Flag.NONE));
    }

    public Story waits(int socket, Call call) {
        return event(socket, call, null, peers.get(own(socket)), None.NONE);
    }

    /** The last event began so much earlier: it waited. */
    public Story since(double millis) {
        SocketEvent last = events.remove(events.size() - 1).event();
        long start = (long) (millis * MILLI);
        add(new SocketEvent(
                start, start, last.socket(), transport, last.call(), None.NONE, null, last.local(), last.peer()));
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
    public Story passes(int number, int bytes, Fate fate, String rule, double... deliveredMillis) {
        return passes(number, 40_004, 7000, 8000, 12_345, bytes, fate, rule, deliveredMillis);
    }

    public Story passes(
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

    public Story call(int socket, Call call, @Nullable Outcome outcome, Arguments arguments) {
        return event(socket, call, outcome, peers.get(own(socket)), arguments);
    }

    public Story event(
            int socket, Call call, @Nullable Outcome outcome, @Nullable InetSocketAddress peer, Arguments arguments) {
        long end = outcome == null ? now : now + CALL;
        InetSocketAddress local = locals.get(own(socket));
        add(new SocketEvent(now, end, socket, transport, call, arguments, outcome, local, peer));
        now += 2 * CALL;
        return this;
    }

    private void add(SocketEvent event) {
        events.add(new ActorEvent(
                actor, stream(), transport.equals("tcp") ? KernelProtocol.TCP : KernelProtocol.UDP, event));
    }

    public List<ActorEvent> events() {
        return List.copyOf(events);
    }

    public List<Ladder> ladders() {
        SocketNames given = (whose, socket) -> Optional.ofNullable(names.get(whose + socket));
        return Ladders.all(events, passed, SeenTraffic.NONE, given, true, Patience.ENDLESS);
    }

    /** The ladder of the last conversation, 80 columns, without times. */
    public String drawn() {
        return drawn(LadderStyle.USUAL.timeless());
    }

    public String drawn(LadderStyle style) {
        return String.join("\n", ladders().get(ladders().size() - 1).render(style)) + "\n";
    }

    private String own(int socket) {
        return actor + socket;
    }

    private boolean stream() {
        return !transport.equals("udp");
    }

    private static Address address(InetSocketAddress address) {
        return new Address(address, Family.AF_INET);
    }

    private static Message message(String quoted, int bytes) {
        return new Message(quoted, bytes, Flag.NONE, null);
    }
}
