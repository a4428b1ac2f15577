package org.sockrates.transport.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockrates.transport.UsageException;

/**
 * A plain decimal number and the unit behind it, {@code 1.5} and {@code ms}: ASCII digits, one point, no sign, no
 * exponent.
 *
 * @param unit in lower case; empty where there is none
 */
record Quantity(BigDecimal number, String unit) {
    private static final int MOST_DIGITS = 18;
    private static final int LONGEST_UNIT = 8;

    private static final Pattern COMMA = Pattern.compile("([0-9]+),([0-9]+[a-zA-Z%]*)");

    /**
     * The two parts, or null when the text does not begin with such a number or has too many digits.
     *
     * @param where what is so much, for the message
     * @throws UsageException where a comma stands for the point: whoever is told another rate would not find why
     */
    static @Nullable Quantity read(String where, String text) {
        Matcher comma = COMMA.matcher(text);
        if (comma.matches() && text.length() <= MOST_DIGITS + LONGEST_UNIT) {
            throw new UsageException(where, text, "a point, no comma: " + comma.group(1) + "." + comma.group(2));
        }
        int whole = digitsFrom(text, 0);
        int end = whole;
        if (end > 0 && end < text.length() && text.charAt(end) == '.') {
            end = digitsFrom(text, whole + 1);
            if (end == whole + 1) {
                return null;
            }
        }
        if (whole == 0 || end > MOST_DIGITS || text.length() - end > LONGEST_UNIT) {
            return null;
        }
        return new Quantity(
                new BigDecimal(text.substring(0, end)), text.substring(end).toLowerCase(Locale.ROOT));
    }

    /** The number times so many of the smallest unit, or null when that is not whole or not below 2^63. */
    @Nullable
    Long times(long smallest) {
        try {
            return number.multiply(BigDecimal.valueOf(smallest)).longValueExact();
        } catch (ArithmeticException fractionOrOverflow) {
            return null;
        }
    }

    /** How often a number can be divided by 1000 and stay at least 1, at most {@code most} times. */
    static int thousands(long number, int most) {
        int power = 0;
        for (long rest = number / 1000; rest > 0 && power < most; rest /= 1000) {
            power++;
        }
        return power;
    }

    /** A number with its decimal point moved to the left: 1500 shifted by 3 is 1.5. */
    static String shifted(long number, int places) {
        return BigDecimal.valueOf(number, places).stripTrailingZeros().toPlainString();
    }

    static int digitsFrom(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
