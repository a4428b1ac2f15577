package org.sockrates.shell.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: where on it a value lies, and which values are written beside it.
 *
 * @param least what is at its beginning
 * @param most what is at its end, above {@code least}
 * @param step from one written value to the next: 1, 2 or 5 times a power of ten
 */
record Scale(double least, double most, double step) {
    Scale {
        if (!(least < most) || !(step > 0)) {
            throw new IllegalArgumentException("scale: " + least + " to " + most + " by " + step);
        }
    }

    /** From {@code least} to {@code most} exactly, with at most so many steps. */
    static Scale exact(double least, double most, int steps) {
        double end = most > least ? most : least + 1;
        return new Scale(least, end, step(end - least, steps));
    }

    /** From 0 to the first written value that is not below {@code most}. */
    static Scale rounded(double most, int steps) {
        double end = most > 0 ? most : 1;
        double step = step(end, steps);
        return new Scale(0, step * Math.ceil(end / step - 1e-9), step);
    }

    private static double step(double range, int steps) {
        double power = Math.pow(10, Math.floor(Math.log10(range / steps)));
        for (int times : new int[] {1, 2, 5}) {
            if (range / (times * power) <= steps + 1e-9) {
                return times * power;
            }
        }
        return 10 * power;
    }

    /** The dot of a value among so many; what lies beyond an end is at that end. */
    int dot(double value, int dots) {
        double share = (value - least) / (most - least);
        return (int) Math.max(0, Math.min(dots - 1, Math.floor(share * dots)));
    }

    /** The written values, from the first to the last on the axis. */
    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long first = (long) Math.ceil(least / step - 1e-9);
        for (long i = first; i * step <= most + step * 1e-9; i++) {
            marks.add(i * step);
        }
        return marks;
    }

    /** A value as it is written: with as many decimals as the step has. */
    String text(double value) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
