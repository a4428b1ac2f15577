package org.sockrates.transport.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.sockrates.transport.UsageException;

/**
 * Percentages as people type them: {@code 5%}, {@code 0.1%}. Without the sign nobody knows whether 0.5 is a half or half a
 * percent, so the sign is asked for.
 */
public final class PercentText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 9;

    private PercentText() {}

    /**
     * Reads a percentage.
     *
     * @param where what the percentage is of, for the message: {@code loss}
     * @return 0 to 100
     * @throws UsageException for anything else
     */
    public static double parse(String where, String text) {
        Quantity given = Quantity.read(where, text);
        if (given != null && given.unit().isEmpty() && given.number().compareTo(HUNDRED) <= 0) {
            throw new UsageException(where, text, percentOrFraction(given.number()));
        }
        if (given == null
                || !given.unit().equals("%")
                || given.number().compareTo(HUNDRED) > 0
                || given.number().scale() > MOST_DECIMALS) {
            throw new UsageException(where, text, "a percentage from 0% to 100%");
        }
        return given.number().doubleValue();
    }

    private static String percentOrFraction(BigDecimal number) {
        String percent = print(number.doubleValue());
        if (number.signum() == 0 || number.compareTo(BigDecimal.ONE) > 0) {
            return "a percentage, with its sign: " + percent;
        }
        return "percent or fraction? " + percent + ", or "
                + print(number.multiply(HUNDRED).doubleValue());
    }

    /** A percentage as {@link #parse} reads it. */
    public static String print(double percent) {
        BigDecimal rounded = BigDecimal.valueOf(percent)
                .setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.toPlainString() + '%';
    }
}
