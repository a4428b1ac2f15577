package org.sockrates.compare.experiment;

import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;

/** A number of things, in words. */
final class Plural {
    private Plural() {}

    /** {@code 1 receive}, {@code 5 receives}. */
    static String of(double number, String thing) {
        return FigureText.number(Unit.COUNT, number) + " " + thing + (number == 1 ? "" : "s");
    }
}
