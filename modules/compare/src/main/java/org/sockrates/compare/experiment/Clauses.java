package org.sockrates.compare.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Measure;
import org.sockrates.compare.OnTheWire;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Unit;

/** Makes one sentence of a result: a clause for each transport, or why there is nothing to say about it. */
final class Clauses {
    /** What is no more times as much is the same in three digits. */
    private static final double NEARLY = 1.005;

    private final Result result;
    private final Measure headline;

    /** @param headline transports without a value of it have only their reason in the sentence */
    Clauses(Result result, Measure headline) {
        this.result = result;
        this.headline = headline;
    }

    /** {@code tcp …; udp …; rdt: n/a, reason.} */
    String each(Function<String, String> clause) {
        StringJoiner sentence = new StringJoiner("; ", "", ".");
        result.transports().stream()
                .filter(this::has)
                .map(transport -> clause.apply(transport) + inHowMany(transport))
                .forEach(sentence::add);
        Map<String, String> byReason = new LinkedHashMap<>();
        for (String transport : result.transports()) {
            if (result.reading(headline, transport) instanceof Reading.Absent absent) {
                byReason.merge(withoutAdvice(absent.reason()), transport, (some, another) -> some + " and " + another);
            }
        }
        byReason.forEach((reason, transports) -> sentence.add(transports + ": n/a, " + reason));
        return sentence.toString();
    }

    /** Where some of the runs had nothing to say, how many had. */
    private String inHowMany(String transport) {
        String gaps = result.reading(headline, transport).gaps();
        return gaps.isEmpty() ? "" : " (in " + gaps.replaceAll(";.*", "") + ")";
    }

    /** A reason may end in a semicolon and what to do about it; that stands beside the figures. */
    private static String withoutAdvice(String reason) {
        return reason.replaceAll("; [^()]*$", "");
    }

    /** The transports with a value, the least value first. */
    private List<String> ascending() {
        return result.transports().stream()
                .filter(this::has)
                .sorted((one, other) -> Double.compare(number(headline, one), number(headline, other)))
                .toList();
    }

    /** The transport with the least value of those that rest on enough samples; empty where there is none. */
    private Optional<String> leastFirm() {
        return ascending().stream().filter(this::isFirm).findFirst();
    }

    /**
     * How many times the least firm value this one is, or that the runs do not tell; empty where it is that, or nearly, or
     * either is not firm.
     *
     * @param words what stands behind the times, from the name of the transport with the least: {@code udp's}
     */
    String compared(String transport, UnaryOperator<String> words) {
        Optional<String> least = leastFirm();
        if (least.isEmpty() || !isFirm(transport)) {
            return "";
        }
        double times = number(headline, transport) / Math.max(1e-9, number(headline, least.get()));
        if (times <= NEARLY) {
            return "";
        }
        return result.reading(headline, transport).overlaps(result.reading(headline, least.get()))
                ? " (its runs overlap " + least.get() + "'s)"
                : ", " + FigureText.number(Unit.TIMES, times) + " times " + words.apply(least.get());
    }

    /** Where there was no answer to some, words that say to how many: {@code , and had no answer to 1 question}. */
    String unanswered(Measure measure, String transport) {
        return greatest(measure, transport) > 0
                ? ", and had no answer to " + Plural.of(number(measure, transport), "question")
                        + atWorst(measure, transport)
                : "";
    }

    private boolean isFirm(String transport) {
        return !Samples.areFew(result.reading(headline, transport));
    }

    /** Of what rests on few samples, words that say on how many: {@code  (n = 2)}. */
    String ifFew(String transport) {
        return result.reading(headline, transport) instanceof Reading.Measured few && !isFirm(transport)
                ? " (n = " + few.n() + ")"
                : "";
    }

    /** A value with its unit, or {@code n/a}. */
    String text(Measure measure, String transport) {
        return has(measure, transport) ? FigureText.of(measure.unit(), number(measure, transport)) : "n/a";
    }

    /** The greatest value of all runs with its unit, or {@code n/a}. */
    String most(Measure measure, String transport) {
        OptionalDouble most = result.reading(measure, transport).high();
        return most.isPresent() ? FigureText.of(measure.unit(), most.getAsDouble()) : "n/a";
    }

    /** Whether packets were seen, so that no hop answered in the other end's place. */
    boolean onPackets() {
        return result.metrics().stream().anyMatch(metric -> metric.measure().equals(OnTheWire.PACKETS));
    }

    /** A count without its unit, or {@code n/a}. */
    String count(Measure measure, String transport) {
        return has(measure, transport) ? FigureText.number(Unit.COUNT, number(measure, transport)) : "n/a";
    }

    /** A value, or NaN. */
    double number(Measure measure, String transport) {
        return result.value(measure, transport).orElse(Double.NaN);
    }

    /** Whether a value is more than another, in three digits too. */
    boolean isMore(Measure measure, Measure than, String transport) {
        return number(measure, transport) > NEARLY * number(than, transport);
    }

    /** The least value of all runs, or NaN. */
    double least(Measure measure, String transport) {
        return result.reading(measure, transport).low().orElse(Double.NaN);
    }

    /** The greatest value of all runs, or NaN. */
    double greatest(Measure measure, String transport) {
        return result.reading(measure, transport).high().orElse(Double.NaN);
    }

    /** Of something bad, where another run had more of it, words that say so: {@code  (at worst 15)}. */
    String atWorst(Measure measure, String transport) {
        double greatest = greatest(measure, transport);
        Unit unit = measure.unit().exact() ? Unit.COUNT : measure.unit();
        return greatest > number(measure, transport) ? " (at worst " + FigureText.of(unit, greatest) + ")" : "";
    }

    /** Why some of the runs have no value; empty where all have one, or none. */
    String gaps(Measure measure, String transport) {
        return result.reading(measure, transport).gaps();
    }

    /** Whether something held, over all runs. */
    Held held(Measure measure, String transport) {
        return Held.of(result.reading(measure, transport));
    }

    /** Where something did not hold in each run, words that say so. */
    String unlessAlways(Measure measure, String transport) {
        return held(measure, transport) == Held.ALWAYS ? "" : " (not every time)";
    }

    /** Why there is no value; empty where there is one. */
    String reason(Measure measure, String transport) {
        return result.reading(measure, transport) instanceof Reading.Absent absent
                ? withoutAdvice(absent.reason())
                : "";
    }

    boolean has(Measure measure, String transport) {
        return result.value(measure, transport).isPresent();
    }

    private boolean has(String transport) {
        return has(headline, transport);
    }
}
