package org.sockrates.report;

import java.util.OptionalDouble;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Unit;

/** One reading as a table shows it. What was computed has an equals sign before it, what is absent is {@code n/a}. */
final class Cell {
    private Cell() {}

    static String of(Unit unit, Reading reading) {
        OptionalDouble value = reading.value();
        if (value.isEmpty()) {
            return "n/a";
        }
        return (reading instanceof Reading.Computed ? "=" : "") + FigureText.number(unit, value.getAsDouble());
    }

    /** Why the reading is not simply measured in every run, or empty when it is. */
    static String note(Reading reading) {
        if (reading instanceof Reading.Absent absent) {
            return absent.reason();
        }
        return reading instanceof Reading.Computed computed ? "computed: " + computed.formula() : gaps(reading);
    }

    /** How many of the runs had a value, and why the others had none; empty unless it was measured in some only. */
    static String gaps(Reading reading) {
        return reading instanceof Reading.Measured measured ? measured.gaps() : "";
    }

    /** The least and the most of several runs, or empty when there is no spread. */
    static String spread(Unit unit, Reading reading) {
        return reading instanceof Reading.Measured measured && measured.low() != measured.high()
                ? FigureText.number(unit, measured.low()) + ".." + FigureText.number(unit, measured.high())
                : "";
    }
}
