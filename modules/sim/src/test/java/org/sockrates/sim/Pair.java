package org.sockrates.sim;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sockrates.link.Link;
import org.sockrates.link.LinkSpec;
import org.sockrates.link.rule.PacketKind;
import org.sockrates.link.rule.Way;
import org.sockrates.sim.tcp.ModelSettings;
import org.sockrates.sim.tcp.TcpModel;
import org.sockrates.sim.tcp.TcpPackets;
import org.sockrates.sim.tcp.TcpPair;
import org.sockrates.transport.rdt.Connection;

/** Two models with a link between them, in virtual time; what they send is noted. */
final class Pair {
    static final long MILLI = 1_000_000;

    private final Timeline timeline = new Timeline();
    private final List<String> sent = new ArrayList<>();
    private final ConnectionHost clientHost;
    private final ConnectionHost serverHost;
    private final ByteArrayOutputStream got = new ByteArrayOutputStream();
    private boolean reading = true;
    private long lastReadNanos;

    Pair(String link, ModelSettings settings) {
        LinkSpec spec = LinkSpec.parse(link);
        clientHost = host("client", new Link(spec, Way.UPSTREAM), settings);
        serverHost = host(
                "server",
                new Link(spec, Way.DOWNSTREAM),
                settings.withFirstNumber(500).withPair(TcpPair.USUAL.reversed()));
        clientHost.between(serverHost, () -> {});
        serverHost.between(clientHost, this::read);
    }

    static Pair over(String link) {
        return new Pair(link, ModelSettings.USUAL.withNagle(false));
    }

    private ConnectionHost host(String name, Link link, ModelSettings settings) {
        return new ConnectionHost(
                timeline,
                link,
                packet -> {
                    PacketKind kind = TcpPackets.kind(packet);
                    sent.add(timeline.nowNanos() / MILLI + " " + name + " " + kind.word() + " "
                            + (packet.remaining() - 40));
                    return kind;
                },
                line -> new TcpModel(settings, line));
    }

    private void read() {
        ByteBuffer into = ByteBuffer.allocate(1 << 16);
        while (reading && server().receive(into.clear(), timeline.nowNanos()) > 0) {
            got.write(into.array(), 0, into.position());
            lastReadNanos = timeline.nowNanos();
        }
    }

    TcpModel client() {
        return (TcpModel) clientHost.connection();
    }

    TcpModel server() {
        return (TcpModel) serverHost.connection();
    }

    /** The server's program reads what comes, or does not. */
    Pair reading(boolean on) {
        reading = on;
        read();
        return this;
    }

    Pair open() {
        client().open(now());
        return until(1_000_000 * MILLI, () -> client().isOpen() && server().isOpen());
    }

    long now() {
        return timeline.nowNanos();
    }

    /** Lets happen what happens within so many milliseconds. */
    Pair pass(long millis) {
        long until = now() + millis * MILLI;
        timeline.at(until, () -> {});
        while (timeline.next(until)) {}
        return this;
    }

    private Pair until(long limitNanos, BooleanSupplier holds) {
        while (!holds.getAsBoolean() && timeline.next(limitNanos)) {}
        if (!holds.getAsBoolean()) {
            throw new AssertionError("not within " + limitNanos / MILLI + " ms: " + sent);
        }
        return this;
    }

    /** Ten messages of a thousand bytes at once; how many milliseconds until the server's program has all. */
    double ten() {
        long start = now();
        int before = got.size();
        for (int i = 0; i < 10; i++) {
            client().send(ByteBuffer.allocate(1000), now());
        }
        until(now() + 100_000 * MILLI, () -> got.size() - before == 10_000);
        return (lastReadNanos - start) / 1e6;
    }

    void say(Connection from, String text) {
        from.send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), now());
    }

    int gotBytes() {
        return got.size();
    }

    /** What was sent since it was asked last: time in milliseconds, who, what, payload and options. */
    List<String> sent() {
        List<String> since = List.copyOf(sent);
        sent.clear();
        return since;
    }
}
