package org.sockrates.report;

import java.util.Collection;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Samples;
import org.sockrates.compare.Unit;
import org.sockrates.transport.text.CountText;

/** One reading as a table shows it. What was computed has an equals sign before it, what is absent is {@code n/a}. */
final class Cell {
    private Cell() {}

    static String of(Unit unit, Reading reading) {
        OptionalDouble value = reading.value();
        if (value.isEmpty()) {
            return "n/a";
        }
        if (unit == Unit.YES_NO && !reading.low().equals(reading.high())) {
            return "at times";
        }
        return (reading instanceof Reading.Computed ? "=" : "") + figure(unit, value.getAsDouble());
    }

    private static String figure(Unit unit, double value) {
        return FigureText.grouped(FigureText.number(unit, value));
    }

    /** What kind of reading it is, in one word. */
    static String kind(Reading reading) {
        if (reading instanceof Reading.Measured) {
            return "measured";
        }
        return reading instanceof Reading.Computed ? "computed" : "absent";
    }

    /** Why the reading is not simply measured in every run, or empty when it is. */
    static String note(Reading reading) {
        if (reading instanceof Reading.Absent absent) {
            return absent.reason();
        }
        String computed = reading.low().equals(reading.high()) ? "computed: " : "computed in each run: ";
        String formula = reading instanceof Reading.Computed known ? computed + known.formula() : "";
        return both(formula, reading.gaps());
    }

    /** Two notes as one; either may be empty. */
    static String both(String note, String another) {
        return note.isEmpty() || another.isEmpty() ? note + another : note + "; " + another;
    }

    /**
     * How many samples measured readings rest on: {@code 200}, or {@code 4..285,714} where they differ; empty where none was
     * measured.
     */
    static String samples(Collection<Reading> readings) {
        LongSummaryStatistics n = readings.stream()
                .filter(Reading.Measured.class::isInstance)
                .mapToLong(reading -> ((Reading.Measured) reading).n())
                .summaryStatistics();
        String least = CountText.grouped(n.getMin());
        String most = CountText.grouped(n.getMax());
        return n.getCount() == 0 ? "" : least.equals(most) ? least : least + ".." + most;
    }

    /** Of one that rests on few samples, and on fewer than others beside it, on how many; else empty. */
    static String few(Reading reading, Collection<Reading> beside) {
        return Samples.areFew(reading) && samples(beside).contains("..") ? "n is " + samples(List.of(reading)) : "";
    }

    /** The least and the most of several runs, or empty when there is no spread. */
    static String spread(Unit unit, Reading reading) {
        OptionalDouble low = reading.low();
        OptionalDouble high = reading.high();
        return low.equals(high) ? "" : figure(unit, low.orElseThrow()) + ".." + figure(unit, high.orElseThrow());
    }
}
