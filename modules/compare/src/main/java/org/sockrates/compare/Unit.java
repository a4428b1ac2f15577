package org.sockrates.compare;

/** What a figure counts or measures. */
public enum Unit {
    /** A plain count, exact. */
    COUNT("", true),
    BYTES("bytes", true),
    MESSAGES("messages", true),
    SOCKETS("sockets", true),
    CALLS("calls", true),
    /** 1 for yes, 0 for no. */
    YES_NO("yes/no", true),
    PERCENT("%", false),
    MICROSECONDS("us", false),
    MILLISECONDS("ms", false),
    BITS_PER_SECOND("bit/s", false),
    MESSAGES_PER_SECOND("messages/s", false),
    /** One figure in terms of another. */
    TIMES("x", false),
    /** Between 0 and 1. */
    FRACTION("", false);

    private final String symbol;
    private final boolean exact;

    Unit(String symbol, boolean exact) {
        this.symbol = symbol;
        this.exact = exact;
    }

    /** As it is written behind a figure; empty for a plain number. */
    public String symbol() {
        return symbol;
    }

    /** Whether a figure is a count, shown to the last digit, and not a measurement, shown to three. */
    public boolean exact() {
        return exact;
    }
}
