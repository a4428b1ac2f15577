package org.sockrates.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times as lines of text: a bar for each doubling of time. */
final class Bars {
    private static final int WIDEST = 40;

    private Bars() {}

    /** @param nanos empty gives no lines */
    static List<String> of(Times nanos) {
        List<String> lines = new ArrayList<>();
        if (nanos.count() == 0) {
            return lines;
        }
        List<Long> counts = new ArrayList<>();
        long from = bucketStart(nanos.least());
        for (long start = from; start <= nanos.most(); start *= 2) {
            counts.add(nanos.countBetween(start, start * 2));
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
