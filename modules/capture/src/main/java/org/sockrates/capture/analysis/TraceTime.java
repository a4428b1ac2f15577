package org.sockrates.capture.analysis;

import java.util.Locale;

/** Times of packets, told from a beginning: {@code 0.020412}. */
public final class TraceTime {
    private TraceTime() {}

    /** So many nanoseconds, in seconds; {@code -0.020412} where a packet was sent before the beginning. */
    public static String text(long nanos) {
        long micros = Math.abs(nanos) / 1_000;
        String sign = nanos < 0 && micros > 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%d.%06d", sign, micros / 1_000_000, micros % 1_000_000);
    }
}
