package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.CountText;

/** The time before the first byte: what agreeing on a conversation costs. */
final class Setup implements Experiment {
    static final Measure FIRST_REPLY =
            new Measure("first_reply_us", Unit.MICROSECONDS, "from socket() to the first byte of a reply, median");
    static final Measure CONNECT =
            new Measure("connect_us", Unit.MICROSECONDS, "how much of it connect() took, median");
    static final Measure NEXT_REPLY =
            new Measure("next_reply_us", Unit.MICROSECONDS, "the same question again on the same socket, median");
    static final Measure HANDSHAKE = new Measure(
            "handshake_round_trips",
            Unit.TIMES,
            "connect() time divided by the next exchange's; may be below 1 on loopback");
    static final Measure UNANSWERED =
            new Measure("unanswered", Unit.COUNT, "rounds in which a question had no answer in time");

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
        return "up to " + rounds(settings) + " rounds after " + warmUp(settings)
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
    public Observations observe(Run run) throws IOException {
        boolean connects = run.traits().connectionOriented();
        try (TransportSocket door = run.door(1)) {
            run.passage().start("echo", () -> Echo.serve(run.passage(), door));
            SetupRounds rounds = new SetupRounds(run, run.towards(door));
            Duration quarter = run.settings().budget().dividedBy(4);
            rounds.make(warmUp(run.settings()), quarter);
            long asked = rounds.make(rounds(run.settings()), quarter.multipliedBy(3));
            return observations(rounds, asked, connects);
        }
    }

    private static Observations observations(SetupRounds rounds, long asked, boolean connects) {
        String silent = "no reply to " + CountText.print(asked, "question");
        return Observations.of(
                median(FIRST_REPLY, rounds.firsts(), silent),
                median(CONNECT, rounds.connects(), silent),
                median(NEXT_REPLY, rounds.nexts(), silent),
                connects
                        ? handshake(rounds, silent)
                        : HANDSHAKE.absent("no connection, so no handshake: connect sends nothing"),
                UNANSWERED.counted(asked, rounds.unanswered()));
    }

    private static Figure median(Measure measure, Times nanos, String silent) {
        long n = nanos.count();
        return n == 0 ? measure.absent(silent) : measure.measured(n, nanos.percentile(50) / 1000.0);
    }

    private static Figure handshake(SetupRounds rounds, String silent) {
        long n = rounds.nexts().count();
        double roundTrip = Math.max(1, rounds.nexts().percentile(50));
        return n == 0
                ? HANDSHAKE.absent(silent)
                : HANDSHAKE.measured(n, rounds.connects().percentile(50) / roundTrip);
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                FIRST_REPLY,
                column -> "had a first reply after " + column.text(FIRST_REPLY)
                        + column.ifFew(FIRST_REPLY) + column.compared(FIRST_REPLY, least -> "as long as " + least)
                        + connecting(column) + column.unanswered(UNANSWERED));
    }

    private static String connecting(Column column) {
        if (!column.has(HANDSHAKE)) {
            return "";
        }
        boolean local = !column.onPackets()
                && column.number(HANDSHAKE) < LEAST_ROUND_TRIP
                && column.number(NEXT_REPLY) > LEAST_WAY_MICROS;
        return local
                ? ", but its handshake took " + column.text(CONNECT) + ", so it never crossed the link"
                : ", of which connect took " + column.text(CONNECT);
    }
}
