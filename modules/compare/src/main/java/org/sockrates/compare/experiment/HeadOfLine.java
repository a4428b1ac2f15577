package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Median;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;

/** Whether messages that arrived must wait for one that did not. */
final class HeadOfLine implements Experiment {
    static final Measure BEHIND = new Measure(
            "behind_ms", Unit.MILLISECONDS, "the longest that a message sent after the lost one was under way");
    static final Measure ORDINARY = new Measure(
            "ordinary_ms", Unit.MILLISECONDS, "how long a message before the lost one was under way, median");
    static final Measure LOST = new Measure(
            "lost_one_ms", Unit.MILLISECONDS, "how long the lost message was under way, sent again included");
    static final Measure HELD_UP = new Measure(
            "held_up", Unit.MESSAGES, "messages behind it that were under way more than half as long again");
    static final Measure MISSING = Recovery.MISSING;

    private static final int ROUNDS = 3;
    private static final int MESSAGES = 14;
    private static final int LOST_ONE = 4;
    private static final Duration PACE = Duration.ofMillis(8);

    @Override
    public String name() {
        return "head-of-line";
    }

    @Override
    public String question() {
        return "must those behind a lost message wait for it?";
    }

    @Override
    public String method(Settings settings) {
        return MESSAGES + " messages of " + Salvo.MESSAGE_BYTES + " bytes, one each " + PACE.toMillis()
                + " ms, over the link's delay (20 ms if none), packet " + LOST_ONE + " lost and nothing else; " + ROUNDS
                + " times, of each message's times the middle one";
    }

    @Override
    public List<Measure> measures() {
        return List.of(BEHIND, ORDINARY, LOST, HELD_UP, MISSING);
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return ChosenLink.refusal(traits, passage);
    }

    @Override
    public Observations observe(SocketKind transport, Passage passage, Settings settings) throws IOException {
        try (ChosenLink link = ChosenLink.of(passage, Recovery.WAY)) {
            List<Salvo> rounds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                rounds.add(Salvo.fire(transport, passage, settings, link, MESSAGES, PACE, String.valueOf(LOST_ONE)));
            }
            double[] times = IntStream.range(0, MESSAGES)
                    .mapToDouble(i -> typical(rounds, i))
                    .toArray();
            int missing = rounds.stream().mapToInt(Salvo::missing).sum();
            return new Observations(observations(times, missing).figures(), chart(times));
        }
    }

    /** The middle one of a message's times, so that one moment's hesitation of the machine holds up nobody; NaN for none. */
    private static double typical(List<Salvo> rounds, int message) {
        double[] came = rounds.stream()
                .mapToDouble(round -> round.millis(message))
                .filter(millis -> !Double.isNaN(millis))
                .toArray();
        return came.length == 0 ? Double.NaN : Median.of(DoubleStream.of(came));
    }

    private static Observations observations(double[] times, int missing) {
        double[] before = came(times, 0, LOST_ONE - 1).toArray();
        double[] behind = came(times, LOST_ONE, MESSAGES).toArray();
        if (before.length == 0 || behind.length == 0) {
            String none = "too few messages came";
            return Observations.of(
                    BEHIND.absent(none),
                    ORDINARY.absent(none),
                    LOST.absent(none),
                    HELD_UP.absent(none),
                    MISSING.counted(ROUNDS * MESSAGES, missing));
        }
        double ordinary = Median.of(DoubleStream.of(before));
        double lost = times[LOST_ONE - 1];
        return Observations.of(
                BEHIND.measured(behind.length, DoubleStream.of(behind).max().orElseThrow()),
                ORDINARY.measured(before.length, ordinary),
                Double.isNaN(lost) ? LOST.absent("it never came: nobody sends again") : LOST.measured(1, lost),
                HELD_UP.counted(
                        behind.length,
                        DoubleStream.of(behind)
                                .filter(millis -> millis > 1.5 * ordinary)
                                .count()),
                MISSING.counted(ROUNDS * MESSAGES, missing));
    }

    /** How long those of a range that came were under way. */
    private static DoubleStream came(double[] times, int from, int to) {
        return Arrays.stream(times, from, to).filter(millis -> !Double.isNaN(millis));
    }

    /** A bar for each message, as long as it was under way. */
    private static List<DrawnLine> chart(double[] times) {
        List<DrawnLine> lines = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            double millis = times[i];
            boolean never = Double.isNaN(millis);
            String time = never ? "never" : String.format(Locale.ROOT, "%.1f ms", millis);
            String mark = i == LOST_ONE - 1 ? "x" : " ";
            String before = String.format(Locale.ROOT, "#%-2d %s %9s  ", i + 1, mark, time);
            lines.add(new DrawnLine(before, never ? 0 : millis, ""));
        }
        return lines;
    }

    @Override
    public String conclude(Result result) {
        Clauses clauses = new Clauses(result, BEHIND);
        return clauses.each(transport -> {
            double held = clauses.number(HELD_UP, transport);
            String lost = clauses.has(LOST, transport)
                    ? ", and the lost one came after " + clauses.text(LOST, transport)
                    : ", and the lost one never came";
            return transport + " held up " + (held == 0 ? "none" : Plural.of(held, "message"))
                    + " behind the lost one" + clauses.atWorst(HELD_UP, transport) + ", "
                    + clauses.most(BEHIND, transport) + " at worst, where "
                    + clauses.text(ORDINARY, transport) + " is ordinary" + lost;
        });
    }
}
