package org.sockrates.compare.experiment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.Median;
import org.sockrates.transport.TransportSocket;
import org.sockrates.transport.text.CountText;

/** What a client learns when nobody is at the port, and when. */
final class Refused implements Experiment {
    static final Measure TOLD_AFTER = new Measure(
            "told_after_ms", Unit.MILLISECONDS, "from connect() until a call said that nobody is there, median");
    static final Measure TOLD = new Measure("told", Unit.YES_NO, "whether any call said so");
    static final Measure CALLS_UNTIL_TOLD =
            new Measure("calls_until_told", Unit.CALLS, "which call said so: 1 connect, 2 send, 3 receive");
    static final Measure UNCONNECTED_TOLD = new Measure(
            "unconnected_told", Unit.YES_NO, "whether a socket that only named the address in sendto was told");

    @Override
    public String name() {
        return "refused";
    }

    @Override
    public String question() {
        return "nobody listens there: what do I learn, and when?";
    }

    @Override
    public String method(Settings settings) {
        return "up to " + rounds(settings) + " rounds against a closed port: connect, send, receive, until one fails;"
                + " the one that took the median is drawn";
    }

    @Override
    public List<Measure> measures() {
        return List.of(TOLD_AFTER, TOLD, CALLS_UNTIL_TOLD, UNCONNECTED_TOLD);
    }

    private static int rounds(Settings settings) {
        return settings.count(10, 3);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        InetSocketAddress nobody = run.passage().towards(closedPort(run));
        List<Attempt> attempts = new ArrayList<>();
        Stopwatch since = run.stopwatch();
        do {
            attempts.add(attempt(run, nobody));
        } while (attempts.size() < rounds(run.settings())
                && since.isWithin(run.settings().budget()));
        int n = attempts.size();
        attempts.sort(Comparator.comparingDouble(Attempt::millis));
        List<Attempt> told = attempts.stream().filter(Attempt::told).toList();
        boolean ever = !told.isEmpty();
        String never = "no call said so in " + CountText.print(n, "round");
        return Observations.of(
                        ever
                                ? TOLD_AFTER.measured(
                                        told.size(), Median.of(told.stream().mapToDouble(Attempt::millis)))
                                : TOLD_AFTER.absent(never),
                        TOLD.held(n, told.size() == n),
                        ever
                                ? CALLS_UNTIL_TOLD.measured(
                                        told.size(), Median.of(told.stream().mapToDouble(Attempt::calls)))
                                : CALLS_UNTIL_TOLD.absent(never),
                        unconnected(run, nobody))
                .drawn(median(ever ? told : attempts).lines());
    }

    /** A port that was given to us and is closed again. */
    private static InetSocketAddress closedPort(Run run) throws IOException {
        try (TransportSocket lender = run.open()) {
            lender.bind(run.passage().serveOn());
            return Objects.requireNonNull(lender.local());
        }
    }

    /** The one in the middle, and of two the later. */
    private static Attempt median(List<Attempt> ascending) {
        return ascending.get(ascending.size() / 2);
    }

    private record Attempt(boolean told, int calls, double millis, List<String> lines) {}

    private static Attempt attempt(Run run, InetSocketAddress nobody) throws IOException {
        try (TransportSocket client = run.open()) {
            Calls calls = new Calls(run.passage().clock());
            Stopwatch since = run.stopwatch();
            Outcome outcome = calls.make("connect(client)", () -> {
                client.connect(nobody);
                return 0;
            });
            int made = 1;
            if (!outcome.told() && !outcome.silent()) {
                outcome = calls.make("send(client)", () -> client.send(ByteBuffer.wrap(new byte[] {'?'})));
                made = 2;
            }
            if (!outcome.told() && !outcome.silent()) {
                Ear ear = Ear.on(client, run);
                outcome = calls.make("recv(client)", () -> ear.hear(ByteBuffer.allocate(64)));
                made = 3;
            }
            return new Attempt(outcome.told(), made, since.millis(), calls.lines());
        }
    }

    private static Figure unconnected(Run run, InetSocketAddress nobody) throws IOException {
        if (run.traits().connectionOriented()) {
            return UNCONNECTED_TOLD.absent("nothing can be sent before connect");
        }
        try (TransportSocket client = run.open()) {
            client.sendTo(ByteBuffer.wrap(new byte[] {'?'}), nobody);
            Ear ear = Ear.on(client, run);
            Outcome outcome = new Calls(run.passage().clock()).make("recv", () -> ear.hear(ByteBuffer.allocate(64)));
            return UNCONNECTED_TOLD.held(1, outcome.told());
        }
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, TOLD, column -> knew(column) + unconnected(column));
    }

    private static String knew(Column column) {
        if (!column.has(TOLD_AFTER)) {
            return "was never told";
        }
        double calls = column.number(CALLS_UNTIL_TOLD);
        String by = calls == 1
                ? "by connect itself"
                : calls == 2 ? "by its send" : "one call late, by the receive behind its send";
        return "was told " + by + ", after " + column.text(TOLD_AFTER) + column.unlessAlways(TOLD);
    }

    private static String unconnected(Column column) {
        if (!column.has(UNCONNECTED_TOLD)) {
            return "";
        }
        return switch (column.held(UNCONNECTED_TOLD)) {
            case ALWAYS -> ", and even unconnected";
            case AT_TIMES -> ", and at times even unconnected";
            case NEVER -> ", and unconnected it heard nothing at all";
        };
    }
}
