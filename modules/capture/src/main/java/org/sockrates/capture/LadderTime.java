package org.sockrates.capture;

import java.util.Locale;

/** Times at the edge of a ladder, in milliseconds, in at most five columns below a day. */
final class LadderTime {
    private static final long MILLI = 1_000_000;

    private LadderTime() {}

    static String text(long nanos) {
        if (nanos < 1_000 * MILLI) {
            return String.format(Locale.ROOT, "%.1f", Math.floor(nanos / (MILLI / 10.0)) / 10);
        }
        long millis = nanos / MILLI;
        return millis < 100_000 ? Long.toString(millis) : millis / 1_000 + "s";
    }
}
