package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Stopwatch;
import org.sockrates.compare.Unit;
import org.sockrates.transport.text.CountText;
import org.sockrates.transport.text.DurationText;

/** How long a question and its answer are under way, and how much that varies. */
final class Latency implements Experiment {
    static final Measure P50 = Percentile.measure("50");
    static final Measure MIN = new Measure("rtt_min_us", Unit.MICROSECONDS, "the quickest round trip");
    static final Measure MAX = new Measure("rtt_max_us", Unit.MICROSECONDS, "the slowest round trip");
    static final Measure P99999 = Percentile.measure("99.999");
    static final Measure JITTER = new Measure(
            "jitter_ms",
            Unit.MILLISECONDS,
            "how much the round trip changes from one to the next, of late (RFC 3550 6.4.1)");
    static final Measure PER_SECOND =
            new Measure("messages_per_second", Unit.MESSAGES_PER_SECOND, "questions asked a second, one at a time");
    static final Measure UNANSWERED = new Measure(
            Setup.UNANSWERED.name(), Unit.COUNT, "questions that had no answer in time: some were lost, or late", true);
    static final Measure LOST = new Measure(
            "lost_packets", Unit.MESSAGES, "questions that had no answer: they were lost, or the answer was");
    static final Measure LOST_PERCENT = new Measure(
            "lost_percent",
            Unit.PERCENT,
            "of the questions, those without answer; 5 % lost each way leave 9.75 % without");

    private static final List<Percentile> PERCENTILES = Stream.of(
                    "50", "25", "75", "90", "99", "99.9", "99.99", "99.999")
            .map(percent -> new Percentile(Double.parseDouble(percent), Percentile.measure(percent)))
            .toList();
    private static final int BYTES = 64;
    private static final String NO_ANSWER = "no question was answered";

    /** One of the figures: so much of the round trips. */
    record Percentile(double percent, Measure measure) {
        static Measure measure(String percent) {
            return new Measure(
                    "rtt_p" + percent + "_us",
                    Unit.MICROSECONDS,
                    percent + " % of the round trips were at most so long",
                    true);
        }

        /** Of what the samples really hold. */
        Figure of(Times nanos, long asked) {
            long n = nanos.count();
            long needed = Samples.needed(percent);
            if (n == 0) {
                return measure.absent(NO_ANSWER);
            }
            if (n >= needed) {
                return measure.measured(n, nanos.percentile(percent) / 1000.0);
            }
            String lost = asked < needed ? "" : "of " + asked + " questions " + (asked - n) + " had no answer; ";
            return measure.absent(lost + "one run would need " + needed + " samples");
        }
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String question() {
        return "how long are a question and its answer under way?";
    }

    @Override
    public String method(Settings settings) {
        return "up to " + CountText.grouped(asked(settings)) + " round trips of " + BYTES + " bytes within "
                + DurationText.print(measured(settings)) + ", after up to " + warmUp(settings)
                + " of warm-up, each sent when the one before is answered";
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures =
                PERCENTILES.stream().map(Percentile::measure).collect(Collectors.toCollection(ArrayList::new));
        measures.add(1, MIN);
        measures.addAll(List.of(MAX, JITTER, PER_SECOND, UNANSWERED, LOST, LOST_PERCENT));
        return measures;
    }

    private static int asked(Settings settings) {
        return settings.count(10_000, 300);
    }

    private static Duration measured(Settings settings) {
        return settings.budget().multipliedBy(3).dividedBy(4);
    }

    private static int warmUp(Settings settings) {
        return settings.count(2000, 50);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (Meeting meeting = Meeting.arrange(run)) {
            run.passage().start("echo", () -> {
                Echo.converse(meeting.server());
                return 0;
            });
            PingPong game = new PingPong(meeting, run, BYTES);
            Settings settings = run.settings();
            Duration measured = measured(settings);
            game.play(warmUp(settings), settings.budget().minus(measured));
            Stopwatch since = run.stopwatch();
            long asked = game.play(asked(settings), measured);
            double seconds = since.nanos() / 1e9;
            return new Observations(figures(game, asked, seconds), Bars.of(game.nanos()));
        }
    }

    private static List<Figure> figures(PingPong game, long asked, double seconds) {
        Times nanos = game.nanos();
        long n = nanos.count();
        List<Figure> figures = new ArrayList<>();
        PERCENTILES.forEach(percentile -> figures.add(percentile.of(nanos, asked)));
        figures.add(n > 0 ? MIN.measured(n, nanos.least() / 1000.0) : MIN.absent(NO_ANSWER));
        figures.add(n > 0 ? MAX.measured(n, nanos.most() / 1000.0) : MAX.absent(NO_ANSWER));
        figures.add(
                n > 1
                        ? JITTER.measured(game.jitter().n(), game.jitter().millis())
                        : JITTER.absent("fewer than two answers"));
        figures.add(PER_SECOND.measured(asked, asked / Math.max(1e-9, seconds)));
        figures.add(UNANSWERED.counted(asked, asked - n));
        boolean known = game.late() == 0;
        figures.add(known ? LOST.counted(asked, asked - n) : LOST.absent(Missing.UNDER_WAY));
        figures.add(
                known
                        ? LOST_PERCENT.measured(asked, 100.0 * (asked - n) / asked)
                        : LOST_PERCENT.absent(Missing.UNDER_WAY));
        return figures;
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(
                result,
                P50,
                column -> "answered after " + column.text(P50) + " in the median"
                        + column.ifFew(P50) + column.compared(P50, least -> least + "'s")
                        + ", and " + column.most(MAX) + " at worst"
                        + column.unanswered(UNANSWERED));
    }
}
