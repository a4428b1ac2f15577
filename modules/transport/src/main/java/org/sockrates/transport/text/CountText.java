package org.sockrates.transport.text;

/** How many there are of something. Only of things of which several have an s behind them. */
public final class CountText {
    private CountText() {}

    /** {@code 1 byte}, {@code 5 bytes}. */
    public static String print(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
