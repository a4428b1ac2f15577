package org.sockrates.shell.sim;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.text.PercentText;

/** Losses as they are typed: {@code 0..30%}, in round steps, or {@code 1%,2%,5%}. */
final class LossRange {
    private static final String DOTS = "..";
    private static final int MOST = 50;
    private static final int MOST_STEPS = 10;

    private LossRange() {}

    /**
     * Reads them.
     *
     * @return percentages, ascending, each once
     */
    static List<Double> parse(String where, String text) {
        int dots = text.indexOf(DOTS);
        if (dots >= 0) {
            return range(where, text, text.substring(0, dots), text.substring(dots + DOTS.length()));
        }
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() > MOST) {
            throw new UsageException(where + ": " + parts.size() + " of them (expected: at most " + MOST + ")");
        }
        return List.copyOf(new TreeSet<>(
                parts.stream().map(part -> PercentText.parse(where, part)).toList()));
    }

    /** The sign behind the second is enough for both. */
    private static List<Double> range(String where, String text, String first, String last) {
        double to = PercentText.parse(where, last);
        double from = PercentText.parse(where, first.endsWith("%") ? first : first + "%");
        if (from > to) {
            throw new UsageException(
                    where, text, "from less to more: " + PercentText.print(to) + DOTS + PercentText.print(from));
        }
        BigDecimal step = step(to - from);
        Stream<BigDecimal> steps = Stream.iterate(
                BigDecimal.valueOf(from), at -> at.doubleValue() < to - step.doubleValue() * 1e-6, at -> at.add(step));
        return Stream.concat(steps.map(BigDecimal::doubleValue), Stream.of(to)).toList();
    }

    /** The least of 1, 2 and 5 times a power of ten that makes at most ten steps. */
    private static BigDecimal step(double range) {
        if (range == 0) {
            return BigDecimal.ONE;
        }
        int power = (int) Math.floor(Math.log10(range / MOST_STEPS));
        for (int times : new int[] {1, 2, 5}) {
            BigDecimal step = BigDecimal.valueOf(times).scaleByPowerOfTen(power);
            if (range / step.doubleValue() <= MOST_STEPS + 1e-9) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }
}
