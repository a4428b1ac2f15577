package org.sockrates.compare.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.compare.DrawnLine;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.link.TcpTuning;
import org.sockrates.link.rule.Rate;
import org.sockrates.transport.SocketKind;
import org.sockrates.transport.Traits;

/** How a thin link is shared: between two alike, and with a flood that does not care. */
final class Congestion implements Experiment {
    /** The larger: of two alike none is the first, and the median of either one's parts would be half, however they share. */
    static final Measure SHARE_ALIKE = new Measure(
            "share_alike_percent", Unit.PERCENT, "of what came through, the larger part, of two flows alike");

    static final Measure SHARE_FLOOD =
            new Measure("share_flood_percent", Unit.PERCENT, "of what came through, the flow's part beside a flood");
    static final Measure FAIR_ALIKE = new Measure("fairness_alike", Unit.FRACTION, "Jain's index of two flows alike");
    static final Measure FAIR_FLOOD =
            new Measure("fairness_flood", Unit.FRACTION, "Jain's index of the flow and the flood");
    static final Measure QUEUE_ALIKE = new Measure(
            "queue_alike_ms",
            Unit.MILLISECONDS,
            "how long data waited for the link to be free, beside one alike, mean");
    static final Measure QUEUE_FLOOD = new Measure(
            "queue_flood_ms", Unit.MILLISECONDS, "how long data waited for the link to be free, beside a flood, mean");
    static final Measure DROPPED_ALIKE =
            new Measure("dropped_alike", Unit.COUNT, "packets the full queue threw away, beside one alike");
    static final Measure DROPPED_FLOOD =
            new Measure("dropped_flood", Unit.COUNT, "packets the full queue threw away, beside a flood");

    private static final long USUAL_BITS = 8_000_000;
    private static final String THIN_ONE_WAY = "delay 10ms upstream rate 8mbit limit 50";
    private static final double FLOOD = 2;

    @Override
    public String name() {
        return "congestion";
    }

    @Override
    public String question() {
        return "who gets how much of a link that is too thin for all?";
    }

    @Override
    public String method(Settings settings) {
        return "two flows for " + Shared.measured(settings).toMillis() + " ms over the link's rate, limit and delay ("
                + THIN_ONE_WAY
                + " if none): two alike, then one beside a flood; what nobody holds back is sent at twice the"
                + " rate";
    }

    @Override
    public List<Measure> measures() {
        return List.of(
                SHARE_ALIKE,
                SHARE_FLOOD,
                FAIR_ALIKE,
                FAIR_FLOOD,
                QUEUE_ALIKE,
                QUEUE_FLOOD,
                DROPPED_ALIKE,
                DROPPED_FLOOD);
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return OnPackets.refusal(passage);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        try (ChosenLink link = ChosenLink.of(run.passage(), THIN_ONE_WAY)) {
            double flood = FLOOD * link.rate().map(Rate::bitsPerSecond).orElse(USUAL_BITS);
            String over = "link " + link.text() + control(run);
            Shared alike = Shared.by(run, run.transport(), flood);
            Optional<SocketKind> flooding = run.others().stream()
                    .filter(other -> !other.traits().flowControlled())
                    .findFirst();
            if (!run.traits().flowControlled() || flooding.isEmpty()) {
                String reason = run.traits().flowControlled()
                        ? "none of the transports asked floods"
                        : "it is the flood itself";
                return seen(over, alike).with(unflooded(reason));
            }
            return seen(over, alike, Shared.by(run, flooding.get(), flood));
        }
    }

    /** What two flows alike shared. */
    static Observations seen(String link, Shared alike) {
        List<DrawnLine> lines = new ArrayList<>(List.of(DrawnLine.of(link)));
        if (alike.unknown().isEmpty()) {
            lines.addAll(alike.drawn("two alike: one", "           the other"));
        }
        return new Observations(
                figures(alike, alike.largerPercent(), SHARE_ALIKE, FAIR_ALIKE, QUEUE_ALIKE, DROPPED_ALIKE), lines);
    }

    /** The same, and what the flow kept beside a flood. */
    static Observations seen(String link, Shared alike, Shared flooded) {
        Observations first = seen(link, alike);
        List<DrawnLine> lines = new ArrayList<>(first.drawing());
        if (flooded.unknown().isEmpty()) {
            lines.addAll(flooded.drawn("beside a flood", "the flood"));
        }
        return new Observations(first.figures(), lines)
                .with(figures(flooded, flooded.sharePercent(), SHARE_FLOOD, FAIR_FLOOD, QUEUE_FLOOD, DROPPED_FLOOD));
    }

    private static List<Figure> unflooded(String reason) {
        return Stream.of(SHARE_FLOOD, FAIR_FLOOD, QUEUE_FLOOD, DROPPED_FLOOD)
                .map(measure -> measure.absent(reason))
                .toList();
    }

    private static String control(Run run) throws IOException {
        Optional<TcpTuning> tuning = run.passage().tuning();
        return run.traits().connectionOriented() && !run.traits().inDatagrams() && tuning.isPresent()
                ? ", congestion control " + tuning.get().congestionControls().get(0)
                : "";
    }

    private static List<Figure> figures(
            Shared shared, double percent, Measure share, Measure fair, Measure queue, Measure dropped) {
        Queued queued = shared.queue();
        long waited = queued.waits().packets();
        Optional<String> unknown = shared.any() ? shared.unknown() : Optional.of("nothing came through");
        return List.of(
                unknown.map(share::absent).orElseGet(() -> share.measured(shared.messages(), percent)),
                unknown.map(fair::absent).orElseGet(() -> fair.computed(shared.fairness(), Shared.FORMULA)),
                waited > 0 ? queue.measured(waited, queued.meanMillis()) : queue.absent("no data met a rate"),
                dropped.counted(queued.offered(), queued.dropped()));
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, SHARE_ALIKE, column -> {
            String alike = "shared with its like "
                    + column.bare(SHARE_ALIKE) + " to "
                    + FigureText.number(Unit.PERCENT, 100 - column.number(SHARE_ALIKE)) + column.knownIn(SHARE_ALIKE)
                    + ", data waiting " + column.told(QUEUE_ALIKE);
            return column.has(SHARE_FLOOD)
                    ? alike + ", and kept " + column.text(SHARE_FLOOD) + " of what came through beside a flood"
                            + column.knownIn(SHARE_FLOOD)
                    : alike;
        });
    }
}
