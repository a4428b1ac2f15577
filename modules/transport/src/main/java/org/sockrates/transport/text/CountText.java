package org.sockrates.transport.text;

import java.util.Locale;

/** How many there are of something. Only of things of which several have an s behind them. */
public final class CountText {
    private CountText() {}

    /** {@code 1 byte}, {@code 5 bytes}. */
    public static String print(long number, String thing) {
        return print(Long.toString(number), thing);
    }

    /** A long one as it is read in prose and in tables: {@code 33,554,432}. Not what is typed, nor what a call shows. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The same of a number as it is shown, which may be no whole one: {@code 1.50 bytes}. */
    public static String print(String number, String thing) {
        return number + " " + thing + (number.equals("1") ? "" : "s");
    }
}
