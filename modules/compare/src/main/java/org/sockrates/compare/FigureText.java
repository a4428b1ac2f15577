package org.sockrates.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.transport.text.CountText;

/** A value with its unit as people read it: counts to the last digit, measurements to three. */
public final class FigureText {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P"};

    private static final Pattern WHOLE = Pattern.compile("[0-9]{4,18}(?![0-9.,e])");

    /** What is smaller is written with its power of ten. */
    private static final int MOST_DECIMALS = 8;

    private FigureText() {}

    /**
     * {@code 61.2 us}, {@code 12.3 Gbit/s}, {@code 4.50 %}, {@code 65,507 bytes}, {@code yes}. Many microseconds are read as
     * {@code 40.4 ms} or {@code 1.71 s}.
     */
    public static String of(Unit unit, double value) {
        if (unit == Unit.MICROSECONDS && value >= 999.5) {
            return value < 999_500 ? threeDigits(value / 1e3) + " ms" : threeDigits(value / 1e6) + " s";
        }
        String number = number(unit, value);
        if (unit == Unit.YES_NO || unit.symbol().isEmpty()) {
            return number;
        }
        return number + (number.contains(" ") ? "" : " ") + unit.symbol(); // "12.3 G" has its blank
    }

    /** The value without its unit, but with the prefix where the unit takes one: {@code 12.3 G}. */
    public static String number(Unit unit, double value) {
        if (unit == Unit.YES_NO) {
            return value == 0 ? "no" : "yes";
        }
        if (unit.exact() && value == Math.rint(value)) {
            return CountText.grouped((long) value);
        }
        boolean almostAll = unit == Unit.PERCENT && value < 100; // nor is it said to be all
        return isScaled(unit) ? scaled(value) : threeDigits(almostAll ? Math.min(value, 99.9) : value);
    }

    /** What {@link #of} or {@link #number} wrote, a long measurement with its separators, too, as where it stands among counts. */
    public static String grouped(String figure) {
        Matcher whole = WHOLE.matcher(figure);
        return whole.lookingAt()
                ? CountText.grouped(Long.parseLong(whole.group())) + figure.substring(whole.end())
                : figure;
    }

    private static boolean isScaled(Unit unit) {
        return unit == Unit.BITS_PER_SECOND || unit == Unit.MESSAGES_PER_SECOND;
    }

    private static String scaled(double value) {
        int power = 0;
        double rest = value;
        while (Math.abs(rest) >= 999.5 && power < PREFIXES.length - 1) {
            rest /= 1000;
            power++;
        }
        return power == 0 ? threeDigits(rest) : threeDigits(rest) + " " + PREFIXES[power];
    }

    private static String threeDigits(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
        int decimals = Math.max(0, 2 - (rounded.precision() - rounded.scale() - 1));
        return decimals > MOST_DECIMALS
                ? String.format(Locale.ROOT, "%.2e", value)
                : rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
