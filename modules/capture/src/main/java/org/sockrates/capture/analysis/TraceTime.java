package org.sockrates.capture.analysis;

import java.util.Locale;

/** Times of packets, told from a beginning: {@code 0.020412}. */
public final class TraceTime {
    private TraceTime() {}

    /** So many nanoseconds, in seconds. */
    public static String text(long nanos) {
        return String.format(Locale.ROOT, "%d.%06d", nanos / 1_000_000_000, Math.abs(nanos % 1_000_000_000) / 1_000);
    }
}
