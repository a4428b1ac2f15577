package org.sockrates.bench.figure;

import java.util.Locale;

/** A number with three significant digits, as a figure is read. */
final class Digits {
    private Digits() {}

    static String three(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, value);
    }

    /** A ratio, always with two decimals. */
    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
