package org.sockrates.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockrates.compare.Comparison;
import org.sockrates.compare.Measure;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Result;
import org.sockrates.compare.Unit;

final class StepsTest {
    private static final List<String> ORDER = List.of("udp", "rdt-sw", "rdt-sr");

    private static Result result(String name, Unit unit, double... values) {
        return resting(9, name, unit, values);
    }

    private static Result resting(long n, String name, Unit unit, double... values) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            readings.put(
                    ORDER.get(i), Double.isNaN(values[i]) ? new Reading.Absent("why") : Reading.measured(n, values[i]));
        }
        Metric metric = new Metric(new Measure(name, unit, "it"), readings);
        return new Result(name, "?", "", "", List.of(metric), Map.of(), false);
    }

    private static Comparison comparison(Result... results) {
        return repeated(1, results);
    }

    private static Comparison repeated(int repeat, Result... results) {
        return new Comparison(1, "sim", "", "", ORDER, repeat, false, List.of(results));
    }

    @Test
    void aSentenceSaysWhatEachStepBuysAndCosts() {
        Comparison found = comparison(
                result("setup", Unit.MICROSECONDS, 40_000, 80_000, 80_500),
                result("delivery", Unit.PERCENT, 8, 0, 0),
                result("throughput", Unit.BITS_PER_SECOND, 5e8, 2.5e5, 5e6));

        assertThat(Steps.of(found, ORDER))
                .contains("step by step: udp to rdt-sw: loses 0 % instead of 8.00 %, 250"
                        + " kbit/s instead of 500 Mbit/s, first reply after 80.0 ms instead of 40.0 ms; rdt-sw to rdt-sr: 5.00"
                        + " Mbit/s, 20.0 times as much.");
    }

    @Test
    void aFirstReplyThatRestsOnFewRoundsIsNoStep() {
        assertThat(Steps.of(comparison(resting(4, "setup", Unit.MICROSECONDS, 40_000, 428_000, 40_000)), ORDER))
                .isEmpty();
        assertThat(Steps.of(comparison(resting(5, "setup", Unit.MICROSECONDS, 40_000, 428_000, 40_000)), ORDER))
                .isPresent();
    }

    @Test
    void whatTheRunsDoNotTellApartIsNoStep() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("udp", new Reading.Measured(9, 100, 90, 150));
        readings.put("rdt-sw", new Reading.Measured(9, 200, 140, 300));
        for (String name : List.of("setup", "throughput")) {
            Metric metric = new Metric(new Measure(name, Unit.MICROSECONDS, "it"), readings);
            Result result = new Result(name, "?", "", "", List.of(metric), Map.of(), false);
            assertThat(Steps.of(comparison(result), List.of("udp", "rdt-sw"))).isEmpty();
        }
    }

    /** A run with other luck turns it round. */
    @Test
    void aThroughputOfOneRunIsAStepWhereItIsTwiceAsMuch() {
        Result result = result("throughput", Unit.BITS_PER_SECOND, 1e6, 1.9e6, 1.9e6);

        assertThat(Steps.of(comparison(result), ORDER)).isEmpty();
        assertThat(Steps.of(repeated(2, result), ORDER))
                .contains("step by step: udp to rdt-sw: 1.90 Mbit/s, 1.90 times as much.");
    }

    @Test
    void asMuchAsBeforeIsNoStep() {
        assertThat(Steps.of(comparison(result("throughput", Unit.BITS_PER_SECOND, 28_000, 28_000, 28_100)), ORDER))
                .isEmpty();
    }

    @Test
    void whatWasNotAskedOfATransportIsNoStep() {
        Comparison found = comparison(
                result("setup", Unit.MICROSECONDS, 40_000, 80_000),
                result("delivery", Unit.PERCENT, 8),
                result("throughput", Unit.BITS_PER_SECOND, 1e6));

        assertThat(Steps.of(found, ORDER))
                .contains("step by step: udp to rdt-sw: first reply after 80.0 ms instead of 40.0 ms.");
    }

    @Test
    void whereThereIsNothingToTellThereIsNoSentence() {
        assertThat(Steps.of(comparison(result("delivery", Unit.PERCENT, Double.NaN, 0, 0)), ORDER))
                .isEmpty();
        assertThat(Steps.of(comparison(), ORDER)).isEmpty();
        assertThat(Steps.of(comparison(result("throughput", Unit.BITS_PER_SECOND, 0, 5e6, Double.NaN)), ORDER))
                .isEmpty();
        assertThat(Steps.of(comparison(result("delivery", Unit.PERCENT, 8, 0, 0)), List.of()))
                .isEmpty();
    }
}
