package org.sockrates.compare.experiment;

import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.transport.text.CountText;

/** How many there are of something, where that was measured: {@link CountText} of a figure. */
final class Plural {
    private Plural() {}

    /** {@code 1 receive}, {@code 5 receives}. */
    static String of(double number, String thing) {
        return CountText.print(FigureText.number(Unit.COUNT, number), thing);
    }
}
