package org.sockrates.capture.ladder;

import java.util.Locale;
import org.sockrates.capture.ladder.LadderRow.Took;

/** Times at the edge of a ladder, in milliseconds, in at most five columns below a day. */
final class LadderTime {
    private static final long MILLI = 1_000_000;

    private LadderTime() {}

    /** Behind what crossed: {@code  14.3 ms}; empty where it is not worth a word. */
    static String took(Took took) {
        if (!took.isWorthAWord()) {
            return "";
        }
        String millis = " " + text(Math.round(took.nanos() / 1e3) * 1_000) + " ms";
        return took.seen() ? millis : millis + " later";
    }

    static String text(long nanos) {
        if (nanos < 1_000 * MILLI) {
            return String.format(Locale.ROOT, "%.1f", Math.floor(nanos / (MILLI / 10.0)) / 10);
        }
        long millis = nanos / MILLI;
        return millis < 100_000 ? Long.toString(millis) : millis / 1_000 + "s";
    }
}
