package org.sockrates.report;

import java.util.Locale;
import java.util.OptionalDouble;
import org.sockrates.compare.Metric;
import org.sockrates.compare.Reading;
import org.sockrates.compare.Unit;

/** A bar beside a figure, as long as its share of the greatest figure of the same metric. */
final class BarSvg {
    private static final double WIDTH = 80;
    private static final int HEIGHT = 8;

    private BarSvg() {}

    /** A drawing of its own, or empty where there is nothing to draw: no value, no number, or all of them zero. */
    static String of(Metric metric, Reading reading) {
        OptionalDouble value = reading.value();
        double greatest = metric.readings().values().stream()
                .map(Reading::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .max()
                .orElse(0);
        if (value.isEmpty() || greatest <= 0 || metric.measure().unit() == Unit.YES_NO) {
            return "";
        }
        double length = Math.max(0, WIDTH * value.getAsDouble() / greatest);
        return String.format(
                Locale.ROOT,
                "<svg width=\"%.0f\" height=\"%d\" aria-hidden=\"true\"><rect class=\"%s\" width=\"%.1f\" height=\"%d\"/></svg>",
                WIDTH,
                HEIGHT,
                Cell.kind(reading),
                length,
                HEIGHT);
    }
}
