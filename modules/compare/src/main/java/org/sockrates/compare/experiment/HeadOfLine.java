package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Median;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.CountText;

/** Whether messages that arrived must wait for one that did not. */
final class HeadOfLine implements Experiment {
    static final Measure BEHIND = new Measure(
            "behind_ms", Unit.MILLISECONDS, "the longest that a message sent after the lost one was under way");
    static final Measure ORDINARY = new Measure(
            "ordinary_ms", Unit.MILLISECONDS, "the longest that the same messages were under way with none lost");
    static final Measure LOST = new Measure(
            "lost_one_ms", Unit.MILLISECONDS, "how long the lost message was under way, sent again included");
    static final Measure HELD_UP = new Measure(
            "held_up", Unit.MESSAGES, "messages behind it that came later by half, and 2 ms, than with none lost");
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
        return MESSAGES + " messages of " + CountText.grouped(Salvo.MESSAGE_BYTES) + " bytes, one each "
                + PACE.toMillis()
                + " ms, over the link's delay (20 ms if none), packet " + LOST_ONE + " lost and nothing else, and again"
                + " with none lost; " + ROUNDS + " times, of each message's times the middle one";
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
    public Observations observe(Run run) throws IOException {
        try (ChosenLink link = ChosenLink.of(run.passage(), Recovery.WAY)) {
            List<Salvo> without = new ArrayList<>();
            List<Salvo> whole = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                without.add(Salvo.fire(run, link, MESSAGES, PACE, String.valueOf(LOST_ONE)));
                whole.add(Salvo.fire(run, link, MESSAGES, PACE, ""));
            }
            Figure missing =
                    missing(Stream.concat(without.stream(), whole.stream()).toList());
            double[] times = typical(without);
            return new Observations(figures(times, typical(whole), missing), chart(times));
        }
    }

    /** Absent where a round was spoilt: of three the middle one tells nothing then. */
    private static Figure missing(List<Salvo> rounds) {
        return rounds.stream()
                .flatMap(round -> round.spoilt().stream())
                .findFirst()
                .map(MISSING::absent)
                .orElseGet(() -> Recovery.missing(rounds));
    }

    private static double[] typical(List<Salvo> rounds) {
        return IntStream.range(0, MESSAGES)
                .mapToDouble(message -> typical(rounds, message))
                .toArray();
    }

    /** The middle one of a message's times, so that one moment's hesitation of the machine holds up nobody; NaN for none. */
    private static double typical(List<Salvo> rounds, int message) {
        double[] came = rounds.stream()
                .mapToDouble(round -> round.millis(message))
                .filter(millis -> !Double.isNaN(millis))
                .toArray();
        return came.length == 0 ? Double.NaN : Median.of(DoubleStream.of(came));
    }

    /** A message is held up by the lost one if it takes longer than without that: what a queue holds up it does then, too. */
    static List<Figure> figures(double[] times, double[] ordinary, Figure missing) {
        int[] behind = IntStream.range(LOST_ONE, MESSAGES)
                .filter(message -> !Double.isNaN(times[message] + ordinary[message]))
                .toArray();
        Optional<String> none = missing.reading() instanceof Reading.Absent spoilt
                ? Optional.of(spoilt.reason())
                : Optional.of("too few messages came").filter(few -> behind.length == 0);
        if (none.isPresent()) {
            return Stream.concat(
                            Stream.of(BEHIND, ORDINARY, LOST, HELD_UP).map(measure -> measure.absent(none.get())),
                            Stream.of(missing))
                    .toList();
        }
        double lost = times[LOST_ONE - 1];
        return List.of(
                BEHIND.measured(behind.length, longest(times, behind)),
                ORDINARY.measured(behind.length, longest(ordinary, behind)),
                Double.isNaN(lost) ? LOST.absent("it never came: nobody sends again") : LOST.measured(1, lost),
                HELD_UP.counted(
                        behind.length,
                        IntStream.of(behind)
                                .filter(message -> times[message] > ordinary[message] + longer(ordinary[message]))
                                .count()),
                missing);
    }

    /** By how much more a message must take to be held up: on a short way a busy machine holds up all a little. */
    private static double longer(double ordinary) {
        return Math.max(ordinary / 2, 2);
    }

    private static double longest(double[] times, int[] messages) {
        return IntStream.of(messages)
                .mapToDouble(message -> times[message])
                .max()
                .orElseThrow();
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
        return Sentence.of(result, BEHIND, column -> {
            String lost = column.has(LOST)
                    ? ", and the lost one came after " + column.told(LOST)
                    : ", and the lost one never came";
            return "held up " + (column.number(HELD_UP) == 0 ? "none" : column.counted(HELD_UP, "message"))
                    + " behind the lost one" + column.atWorst(HELD_UP) + ", "
                    + column.most(BEHIND) + " at worst" + column.knownIn(BEHIND) + ", where "
                    + column.text(ORDINARY) + " is ordinary" + lost;
        });
    }
}
