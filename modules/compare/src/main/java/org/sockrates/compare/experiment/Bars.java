package org.sockrates.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.compare.DrawnLine;

/** Times as lines of text: a bar for each doubling of time. */
final class Bars {
    private Bars() {}

    /** @param nanos empty gives no lines */
    static List<DrawnLine> of(Times nanos) {
        List<DrawnLine> lines = new ArrayList<>();
        if (nanos.count() == 0) {
            return lines;
        }
        for (long start = bucketStart(nanos.least()); start <= nanos.most(); start *= 2) {
            long count = nanos.countBetween(start, start * 2);
            String before = String.format(Locale.ROOT, "from %8d us  ", start / 1000);
            lines.add(new DrawnLine(before, count, String.format(Locale.ROOT, "%6d", count)));
        }
        return lines;
    }

    /** The largest power of two microseconds that is not above; one microsecond at least. */
    private static long bucketStart(long nanos) {
        return 1000 * Long.highestOneBit(Math.max(1, nanos / 1000));
    }
}
