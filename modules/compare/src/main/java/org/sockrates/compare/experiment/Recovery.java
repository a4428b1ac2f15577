package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.sockrates.compare.Experiment;
import org.sockrates.compare.Figure;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Observations;
import org.sockrates.compare.Result;
import org.sockrates.compare.Run;
import org.sockrates.compare.Settings;
import org.sockrates.compare.Unit;
import org.sockrates.link.Passage;
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.CountText;

/** What one lost packet costs, and that it matters which one. */
final class Recovery implements Experiment {
    static final Measure LAST_LOST = new Measure(
            "lost_10th_ms", Unit.MILLISECONDS, "until the reader had all ten, the last lost: a timer must tell");
    static final Measure NONE_LOST =
            new Measure("lost_none_ms", Unit.MILLISECONDS, "until the reader had all ten, none of them lost");
    static final Measure THIRD_LOST = new Measure(
            "lost_3rd_ms", Unit.MILLISECONDS, "until the reader had all ten, the third lost, seven behind it");
    static final Measure NINTH_LOST = new Measure(
            "lost_9th_ms", Unit.MILLISECONDS, "until the reader had all ten, the ninth lost, one behind it");
    static final Measure MISSING =
            new Measure("missing_packets", Unit.MESSAGES, "messages that never came, of all sent in all rounds");

    /** What is unless the link says otherwise: a way long enough to tell a round trip from a timer. */
    static final String WAY = "delay 20ms";

    static final int MESSAGES = 10;

    private static final Map<Loss, Measure> ROUNDS = new EnumMap<>(
            Map.of(Loss.NONE, NONE_LOST, Loss.THIRD, THIRD_LOST, Loss.NINTH, NINTH_LOST, Loss.TENTH, LAST_LOST));

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String question() {
        return "one packet is lost: how long does the reader wait?";
    }

    @Override
    public String method(Settings settings) {
        return MESSAGES + " messages of " + CountText.grouped(Salvo.MESSAGE_BYTES)
                + " bytes at once, a packet each, over the link's delay"
                + " (20 ms if none), one chosen packet lost and nothing else; each transport has its own timers";
    }

    @Override
    public List<Measure> measures() {
        return List.of(LAST_LOST, NONE_LOST, THIRD_LOST, NINTH_LOST, MISSING);
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return ChosenLink.refusal(traits, passage);
    }

    @Override
    public Observations observe(Run run) throws IOException {
        List<Figure> figures = new ArrayList<>();
        List<Salvo> salvos = new ArrayList<>();
        try (ChosenLink link = ChosenLink.of(run.passage(), WAY)) {
            for (Map.Entry<Loss, Measure> round : ROUNDS.entrySet()) {
                Salvo salvo = Salvo.fire(
                        run, link, MESSAGES, Duration.ZERO, round.getKey().numbers());
                figures.add(untilAll(round.getValue(), round.getKey(), salvo));
                salvos.add(salvo);
            }
        }
        figures.add(missing(salvos));
        return new Observations(figures, List.of());
    }

    /** Of the messages of all rounds that nothing spoilt, those that never came. */
    static Figure missing(List<Salvo> rounds) {
        List<Salvo> whole =
                rounds.stream().filter(round -> round.spoilt().isEmpty()).toList();
        return whole.isEmpty()
                ? MISSING.absent(rounds.get(0).spoilt().orElseThrow())
                : MISSING.counted(
                        whole.stream().mapToInt(Salvo::messages).sum(),
                        whole.stream().mapToInt(Salvo::missing).sum());
    }

    /** How long it took until all had come. */
    static Figure untilAll(Measure measure, Loss loss, Salvo salvo) {
        if (salvo.spoilt().isPresent()) {
            return measure.absent(salvo.spoilt().get());
        }
        if (salvo.lost() < loss.packets()) {
            return measure.absent("it sent fewer packets: what waits for its turn goes together");
        }
        return salvo.missing() == 0
                ? measure.measured(salvo.messages(), salvo.allMillis())
                : measure.absent(CountText.print(salvo.missing(), "message") + " of " + salvo.messages()
                        + " never came: nobody sends again");
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, MISSING, column -> {
            StringJoiner waits = new StringJoiner(", ");
            for (Map.Entry<Loss, Measure> round : ROUNDS.entrySet()) {
                if (column.has(round.getValue())) {
                    Loss loss = round.getKey();
                    waits.add(column.text(round.getValue()) + " with " + loss.told() + " lost"
                            + column.knownIn(round.getValue()));
                }
            }
            return (waits.length() == 0 ? "never had all ten" : "had all ten after " + waits)
                    + (column.greatest(MISSING) == 0
                            ? ""
                            : ", and " + column.counted(MISSING, "message") + " never came" + column.atWorst(MISSING))
                    + column.knownIn(MISSING);
        });
    }
}
