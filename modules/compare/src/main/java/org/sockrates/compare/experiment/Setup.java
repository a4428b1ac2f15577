package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Transport;
import org.sockrates.transport.TransportSocket;

/** The time before the first byte: what agreeing on a conversation costs. */
final class Setup implements Experiment {
    static final Measure FIRST_REPLY =
            new Measure("first_reply_us", Unit.MICROSECONDS, "from socket() to the first byte of a reply, median");
    static final Measure CONNECT =
            new Measure("connect_us", Unit.MICROSECONDS, "how much of it connect() took, median");
    static final Measure NEXT_REPLY =
            new Measure("next_reply_us", Unit.MICROSECONDS, "the same question again on the same socket, median");
    static final Measure HANDSHAKE = new Measure(
            "handshake_round_trips", Unit.TIMES, "time in connect() by the time of the next question and reply");
    static final Measure UNANSWERED =
            new Measure("unanswered", Unit.COUNT, "rounds in which a question or its reply was lost");

    /** A handshake that took less of a round trip than this did not go to the other end and back. */
    private static final double LEAST_ROUND_TRIP = 0.5;
    /** Round trips shorter than this are made of system calls, not of a way. */
    private static final double LEAST_WAY_MICROS = 1000;

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public String question() {
        return "how long until the first byte is there?";
    }

    @Override
    public String method(Settings settings) {
        return rounds(settings) + " rounds after " + warmUp(settings)
                + " of warm-up, each: socket, connect, send 1 byte, receive, send, receive";
    }

    @Override
    public List<Measure> measures() {
        return List.of(FIRST_REPLY, CONNECT, NEXT_REPLY, HANDSHAKE, UNANSWERED);
    }

    private static int rounds(Settings settings) {
        return settings.count(100, 20);
    }

    private static int warmUp(Settings settings) {
        return settings.count(50, 5);
    }

    @Override
    public Observations observe(Transport transport, Passage passage, Settings settings) throws IOException {
        boolean connects = transport.traits().connectionOriented();
        try (TransportSocket door = Meeting.open(transport, passage, settings)) {
            door.bind(passage.serveOn());
            InetSocketAddress server = Objects.requireNonNull(door.local());
            if (connects) {
                door.listen(1);
            }
            passage.start("echo", () -> Echo.serve(transport, door));
            return new Rounds(transport, passage, settings, passage.towards(server)).observe(connects);
        }
    }

    /** The client's part. */
    private static final class Rounds {
        private final Transport transport;
        private final Passage passage;
        private final Settings settings;
        private final InetSocketAddress server;
        private final Histogram connects = new Histogram(3);
        private final Histogram firsts = new Histogram(3);
        private final Histogram nexts = new Histogram(3);
        private final ByteBuffer message = ByteBuffer.allocateDirect(64);
        private long unanswered;

        Rounds(Transport transport, Passage passage, Settings settings, InetSocketAddress server) {
            this.transport = transport;
            this.passage = passage;
            this.settings = settings;
            this.server = server;
        }

        Observations observe(boolean handshake) throws IOException {
            long quarter = settings.budget().toNanos() / 4;
            ask(warmUp(settings), quarter);
            connects.reset();
            firsts.reset();
            nexts.reset();
            unanswered = 0;
            long asked = ask(rounds(settings), 3 * quarter);
            String silent = "no reply to " + asked + " questions";
            boolean answered = firsts.getTotalCount() > 0 && nexts.getTotalCount() > 0;
            return Observations.of(
                    median(FIRST_REPLY, firsts, silent),
                    median(CONNECT, connects, silent),
                    median(NEXT_REPLY, nexts, silent),
                    !handshake
                            ? HANDSHAKE.absent("no connection, so no handshake: connect sends nothing")
                            : !answered
                                    ? HANDSHAKE.absent(silent)
                                    : HANDSHAKE.measured(
                                            nexts.getTotalCount(), middle(connects) / Math.max(1, middle(nexts))),
                    UNANSWERED.counted(asked, unanswered));
        }

        /** So many rounds, or as many as the time allows, but one at least. */
        private long ask(int rounds, long mostNanos) throws IOException {
            long begun = passage.clock().nanoTime();
            long asked = 0;
            do {
                round();
                asked++;
            } while (asked < rounds && since(begun) < mostNanos);
            return asked;
        }

        private void round() throws IOException {
            long begun = passage.clock().nanoTime();
            try (TransportSocket client = Meeting.open(transport, passage, settings)) {
                long connecting = passage.clock().nanoTime();
                client.connect(server);
                connects.recordValue(since(connecting));
                Ear ear = Ear.on(client, passage, settings);
                if (!ask(client, ear, (byte) 1)) {
                    unanswered++;
                    return;
                }
                firsts.recordValue(since(begun));
                long again = passage.clock().nanoTime();
                if (ask(client, ear, (byte) 2)) {
                    nexts.recordValue(since(again));
                } else {
                    unanswered++;
                }
            }
        }

        /** Sends a byte and waits for the same byte; others are copies the link made. */
        private boolean ask(TransportSocket client, Ear ear, byte question) throws IOException {
            client.send(message.clear().put(question).flip());
            while (ear.hear(message.clear()) > 0) {
                if (message.get(0) == question) {
                    return true;
                }
            }
            return false;
        }

        private long since(long begun) {
            return passage.clock().nanoTime() - begun;
        }

        private static double middle(Histogram nanos) {
            return nanos.getValueAtPercentile(50);
        }

        private static Figure median(Measure measure, Histogram nanos, String silent) {
            return nanos.getTotalCount() == 0
                    ? measure.absent(silent)
                    : measure.measured(nanos.getTotalCount(), middle(nanos) / 1000);
        }
    }

    @Override
    public String conclude(Result result) {
        Clauses clauses = new Clauses(result, FIRST_REPLY);
        List<String> order = clauses.ascending();
        double quickest = order.isEmpty() ? 1 : clauses.number(FIRST_REPLY, order.get(0));
        return clauses.each(transport -> {
            double times = clauses.number(FIRST_REPLY, transport) / Math.max(quickest, 0.001);
            String compared = times > 1.005
                    ? ", " + FigureText.number(Unit.TIMES, times) + " times as long as " + order.get(0)
                    : "";
            return transport + " had a first reply after " + clauses.text(FIRST_REPLY, transport) + compared
                    + connecting(clauses, transport);
        });
    }

    private static String connecting(Clauses clauses, String transport) {
        if (!clauses.has(HANDSHAKE, transport)) {
            return "";
        }
        boolean local = clauses.number(HANDSHAKE, transport) < LEAST_ROUND_TRIP
                && clauses.number(NEXT_REPLY, transport) > LEAST_WAY_MICROS;
        return local
                ? ", but its handshake took " + clauses.text(CONNECT, transport) + ", so it never crossed the link"
                : ", of which connect took " + clauses.text(CONNECT, transport);
    }
}
