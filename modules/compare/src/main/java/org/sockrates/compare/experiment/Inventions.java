package org.sockrates.compare.experiment;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
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
import org.sockrates.transport.Traits;
import org.sockrates.transport.text.CountText;

/** What decades of inventions buy: the same loss, with them switched off and on. */
final class Inventions implements Experiment {
    /** Where the inventions differ most: one packet behind the lost one is not enough for the textbook. */
    private static final Measure TELLING = measure(Invention.ALL.get(0), Loss.NINTH);

    @Override
    public String name() {
        return "inventions";
    }

    @Override
    public String question() {
        return "what does each invention since the textbook buy?";
    }

    @Override
    public String method(Settings settings) {
        return Recovery.MESSAGES + " messages of " + CountText.grouped(Salvo.MESSAGE_BYTES)
                + " bytes at once, a packet each, over the"
                + " link's delay (20 ms if none), one chosen packet lost and nothing else, under each profile of the"
                + " system's switches";
    }

    @Override
    public List<Measure> measures() {
        Stream<Measure> all = Invention.ALL.stream()
                .flatMap(invention -> invention.measures().values().stream())
                .filter(measure -> !measure.equals(TELLING));
        return Stream.concat(Stream.of(TELLING), all).toList();
    }

    @Override
    public Optional<String> notApplicable(Traits traits) {
        if (traits.builtOnDatagrams()) {
            return Optional.of("it is made in user space, where no switch of a system changes it");
        }
        return traits.reliable() && traits.connectionOriented()
                ? Optional.empty()
                : Optional.of("nothing was invented for it: its system never sends again");
    }

    @Override
    public Optional<String> impossible(Traits traits, Passage passage) {
        return passage.tuning().isPresent()
                ? ChosenLink.refusal(traits, passage)
                : Optional.of("no TCP of this path has switches that are ours to throw; use --path wire");
    }

    @Override
    public Observations observe(Run run) throws IOException {
        TcpTuning tuning = run.passage().tuning().orElseThrow();
        List<Figure> figures = new ArrayList<>();
        try (ChosenLink link = ChosenLink.of(run.passage(), Recovery.WAY)) {
            for (Invention invention : Invention.ALL) {
                invention.use(tuning);
                for (Loss loss : Loss.values()) {
                    Salvo salvo = Salvo.fire(run, link, Recovery.MESSAGES, Duration.ZERO, loss.numbers());
                    figures.add(Recovery.untilAll(measure(invention, loss), loss, salvo));
                }
            }
        }
        Observations seen = new Observations(figures, List.of());
        return seen.drawn(table(seen));
    }

    private static Measure measure(Invention invention, Loss loss) {
        return Objects.requireNonNull(invention.measures().get(loss));
    }

    private static List<String> table(Observations seen) {
        StringBuilder head = new StringBuilder("lost ");
        Invention.ALL.forEach(invention -> head.append(String.format(Locale.ROOT, "%12s", invention.title())));
        List<String> lines = new ArrayList<>(List.of(head.toString()));
        for (Loss loss : Loss.values()) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-5s", loss.word()));
            for (Invention invention : Invention.ALL) {
                double millis = seen.reading(measure(invention, loss)).value().orElse(Double.NaN);
                String cell =
                        Double.isNaN(millis) ? "n/a" : FigureText.grouped(FigureText.of(Unit.MILLISECONDS, millis));
                line.append(String.format(Locale.ROOT, "%12s", cell));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Override
    public String conclude(Result result) {
        return Sentence.of(result, TELLING, column -> {
            StringJoiner losses = new StringJoiner(", ", "waited ", "");
            for (Loss loss : List.of(Loss.THIRD, Loss.NINTH, Loss.TENTH, Loss.LAST_TWO)) {
                StringJoiner times = new StringJoiner(", ", "(", ")");
                Invention.ALL.forEach(
                        invention -> times.add(column.told(measure(invention, loss)) + " " + invention.title()));
                losses.add("for " + loss.told() + " " + times);
            }
            return losses.toString();
        });
    }
}
