package org.sockrates.compare.experiment;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Unit;
import org.sockrates.transport.text.CountText;

/** What a result has of one transport, in the words of a {@link Sentence}. */
record Column(Result result, String transport) {
    /** What is no more times as much is the same in three digits. */
    private static final double NEARLY = 1.005;

    private Reading reading(Measure measure) {
        return result.reading(measure, transport);
    }

    boolean has(Measure measure) {
        return reading(measure).value().isPresent();
    }

    /** Why there is no value; empty where there is one. */
    String reason(Measure measure) {
        return reading(measure) instanceof Reading.Absent absent ? withoutAdvice(absent.reason()) : "";
    }

    /** A reason may end in a semicolon and what to do about it; that stands beside the figures. */
    private static String withoutAdvice(String reason) {
        return reason.replaceAll("; [^()]*$", "");
    }

    /** Why some of the runs have no value; empty where all have one, or none. */
    String gaps(Measure measure) {
        return reading(measure).gaps();
    }

    /** How many of the runs know what most of them know, {@code 2 of 3 runs}; empty where that is all, or none. */
    String runs() {
        return result.metrics().stream()
                .map(Metric::measure)
                .filter(this::has)
                .map(this::runs)
                .max(Comparator.comparingInt(Column::known))
                .orElse("");
    }

    /** How many of the runs have a value; empty where all have one, or none. */
    private String runs(Measure measure) {
        return gaps(measure).replaceAll(";.*", "");
    }

    private static int known(String runs) {
        return runs.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(runs.replaceAll(" .*", ""));
    }

    // --- numbers ----------------------------------------------------------------------------------------------------

    /** A value, or NaN. */
    double number(Measure measure) {
        return reading(measure).value().orElse(Double.NaN);
    }

    /** The least value of all runs, or NaN. */
    double least(Measure measure) {
        return reading(measure).low().orElse(Double.NaN);
    }

    /** The greatest value of all runs, or NaN. */
    double greatest(Measure measure) {
        return reading(measure).high().orElse(Double.NaN);
    }

    /** Whether a value is more than another, in three digits too. */
    boolean isMore(Measure measure, Measure than) {
        return number(measure) > NEARLY * number(than);
    }

    /** Whether something held, over all runs. */
    Held held(Measure measure) {
        return Held.of(reading(measure));
    }

    /** Whether packets were seen, so that no hop answered in the other end's place. */
    boolean onPackets() {
        return result.metrics().stream().anyMatch(metric -> metric.measure().equals(OnTheWire.PACKETS));
    }

    // --- words ------------------------------------------------------------------------------------------------------

    /** A value with its unit, or {@code n/a}. */
    String text(Measure measure) {
        return text(measure, reading(measure).value());
    }

    /** The same, and where fewer runs know it than know anything, how many. */
    String told(Measure measure) {
        return text(measure) + knownIn(measure);
    }

    /** The greatest value of all runs with its unit, or {@code n/a}. */
    String most(Measure measure) {
        return text(measure, reading(measure).high());
    }

    private static String text(Measure measure, OptionalDouble value) {
        return value.isPresent() ? FigureText.grouped(FigureText.of(measure.unit(), value.getAsDouble())) : "n/a";
    }

    /** A value without its unit, or {@code n/a}. */
    String bare(Measure measure) {
        return has(measure) ? FigureText.grouped(FigureText.number(measure.unit(), number(measure))) : "n/a";
    }

    /** A value that there is, of things: {@code 1 receive}, {@code 5 receives}. */
    String counted(Measure measure, String thing) {
        return CountText.print(FigureText.number(Unit.COUNT, number(measure)), thing);
    }

    /** Of something bad, where another run had more of it, words that say so: {@code  (at worst 15)}. */
    String atWorst(Measure measure) {
        double greatest = greatest(measure);
        Unit unit = measure.unit().exact() ? Unit.COUNT : measure.unit();
        return greatest > number(measure)
                ? " (at worst " + FigureText.grouped(FigureText.of(unit, greatest)) + ")"
                : "";
    }

    /** Where fewer runs know it than know anything, words that say how many: {@code  (known in 2 of 3 runs)}. */
    String knownIn(Measure measure) {
        return bracketed(inFewer(measure));
    }

    private String inFewer(Measure measure) {
        String runs = runs(measure);
        return runs.isEmpty() || runs.equals(runs()) ? "" : "known in " + runs;
    }

    private static String bracketed(String words) {
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    /** Where something did not hold in each run, words that say so. */
    String unlessAlways(Measure measure) {
        return held(measure) == Held.ALWAYS ? "" : " (not every time)";
    }

    /** Where there was no answer to some, words that say to how many: {@code , and had no answer to 1 question}. */
    String unanswered(Measure measure) {
        return greatest(measure) > 0 ? ", and had no answer to " + counted(measure, "question") + atWorst(measure) : "";
    }

    /** Of what rests on few samples, or is known in fewer runs, words that say so: {@code  (n = 2, known in 2 of 3 runs)}. */
    String ifFew(Measure measure) {
        String few = reading(measure) instanceof Reading.Measured some && Samples.areFew(some) ? "n = " + some.n() : "";
        String runs = inFewer(measure);
        return bracketed(few + (few.isEmpty() || runs.isEmpty() ? "" : ", ") + runs);
    }

    /**
     * How many times the least firm value this one is, or that the runs do not tell; empty where it is that, or nearly, or
     * either is not firm.
     *
     * @param words what stands behind the times, from the name of the transport with the least: {@code udp's}
     */
    String compared(Measure measure, UnaryOperator<String> words) {
        Optional<Column> firm = leastFirm(measure);
        if (firm.isEmpty() || !isFirm(measure)) {
            return "";
        }
        Column least = firm.get();
        double times = number(measure) / Math.max(1e-9, least.number(measure));
        if (times <= NEARLY) {
            return "";
        }
        return reading(measure).overlaps(least.reading(measure))
                ? " (its runs overlap " + least.transport + "'s)"
                : ", " + FigureText.number(Unit.TIMES, times) + " times " + words.apply(least.transport);
    }

    /** The transport with the least value of those that rest on enough samples; empty where there is none. */
    private Optional<Column> leastFirm(Measure measure) {
        return result.transports().stream()
                .map(other -> new Column(result, other))
                .filter(other -> other.has(measure) && other.isFirm(measure))
                .min(Comparator.comparingDouble(other -> other.number(measure)));
    }

    private boolean isFirm(Measure measure) {
        return !Samples.areFew(reading(measure));
    }
}
