package org.sockrates.shell.tcp;

import java.util.Locale;

/** Times of the kernel, which counts microseconds, with three digits that count. */
final class Millis {
    private Millis() {}

    /** {@code 0.052}, {@code 20.4}, {@code 250}. */
    static String text(long micros) {
        int decimals = micros < 1_000 ? 3 : micros < 10_000 ? 2 : micros < 100_000 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", of(micros));
    }

    static double of(long micros) {
        return micros / 1e3;
    }
}
