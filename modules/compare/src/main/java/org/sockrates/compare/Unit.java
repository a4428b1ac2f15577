package org.sockrates.compare;

/** What a figure counts or measures. */
public enum Unit {
    /** A plain count, exact. */
    COUNT("", true, false),
    BYTES("bytes", true, false),
    MESSAGES("messages", true, false),
    SOCKETS("sockets", true, false),
    CALLS("calls", true, false),
    /** 1 for yes, 0 for no. */
    YES_NO("yes/no", true, false),
    PERCENT("%", false, false),
    MICROSECONDS("us", false, true),
    MILLISECONDS("ms", false, true),
    BITS_PER_SECOND("bit/s", false, true),
    MESSAGES_PER_SECOND("messages/s", false, true),
    /** One figure in terms of another. */
    TIMES("x", false, false),
    /** Between 0 and 1. */
    FRACTION("", false, false);

    private final String symbol;
    private final boolean exact;
    private final boolean clocked;

    Unit(String symbol, boolean exact, boolean clocked) {
        this.symbol = symbol;
        this.exact = exact;
        this.clocked = clocked;
    }

    /** As it is written behind a figure; empty for a plain number. */
    public String symbol() {
        return symbol;
    }

    /** Whether a figure is a count, shown to the last digit, and not a measurement, shown to three. */
    public boolean exact() {
        return exact;
    }

    /** Whether a figure is a time or a speed, of which two have a mean, and not a count or a share, which add up in one run. */
    boolean clocked() {
        return clocked;
    }
}
