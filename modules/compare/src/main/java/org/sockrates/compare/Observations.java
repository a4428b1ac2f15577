package org.sockrates.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of an experiment saw of one transport.
 *
 * @param figures in the order they are shown
 * @param drawing lines of plain text that show it (the map of writes and reads); empty where figures suffice
 */
public record Observations(List<Figure> figures, List<String> drawing) {
    public Observations {
        figures = List.copyOf(figures);
        drawing = List.copyOf(drawing);
    }

    /**
     * One figure.
     *
     * @param name iperf3's key where there is one: {@code lost_percent}
     * @param unit {@code %}, {@code us}, {@code bit/s}, {@code messages}, … or empty for a plain count
     * @param n how many samples it rests on
     * @param value null where it does not apply
     * @param reason why it does not apply; empty where there is a value
     */
    public record Figure(
            String name, String unit, long n, @Nullable Double value, String reason) {
        public Figure {
            if ((value == null) == reason.isEmpty()) {
                throw new IllegalArgumentException(name + ": a value, or the reason why there is none");
            }
        }

        public static Figure of(String name, String unit, long n, double value) {
            return new Figure(name, unit, n, value, "");
        }

        public static Figure none(String name, String unit, String reason) {
            return new Figure(name, unit, 0, null, reason);
        }
    }
}
