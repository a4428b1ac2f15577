package org.sockrates.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A histogram of times as lines of text: a bar for each doubling of time. */
final class Bars {
    private static final int WIDEST = 40;

    private Bars() {}

    /** @param nanos empty gives no lines */
    static List<String> of(Histogram nanos) {
        List<String> lines = new ArrayList<>();
        if (nanos.getTotalCount() == 0) {
            return lines;
        }
        List<Long> counts = new ArrayList<>();
        long from = bucketStart(nanos.getMinValue());
        for (long start = from; start <= nanos.getMaxValue(); start *= 2) {
            counts.add(nanos.getCountBetweenValues(start, start * 2 - 1));
        }
        long most = counts.stream().mapToLong(Long::longValue).max().orElse(1);
        for (int i = 0; i < counts.size(); i++) {
            String bar = "#".repeat((int) Math.ceil((double) WIDEST * counts.get(i) / most));
            lines.add(String.format(Locale.ROOT, "from %8d us  %-40s %6d", (from << i) / 1000, bar, counts.get(i)));
        }
        return lines;
    }

    /** The largest power of two microseconds that is not above; one microsecond at least. */
    private static long bucketStart(long nanos) {
        return 1000 * Long.highestOneBit(Math.max(1, nanos / 1000));
    }
}
