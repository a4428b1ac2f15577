package org.sockrates.transport.text;

/** How many there are of something. Only of things of which several have an s behind them. */
public final class CountText {
    private CountText() {}

    /** {@code 1 byte}, {@code 5 bytes}. */
    public static String print(long number, String thing) {
        return print(Long.toString(number), thing);
    }

    /** The same of a number as it is shown, which may be no whole one: {@code 1.50 bytes}. */
    public static String print(String number, String thing) {
        return number + " " + thing + (number.equals("1") ? "" : "s");
    }
}
