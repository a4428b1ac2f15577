package org.sockrates.transport.text;

import org.sockrates.transport.UsageException;

/** Whole numbers as people type them: ASCII digits, no sign, no leading zero. Not ports, see {@link PortText}. */
public final class WholeText {
    private WholeText() {}

    /**
     * Reads a whole number.
     *
     * @param where what is counted, for the message: {@code backlog}
     * @param least 0 or more
     * @return between the two, both included
     * @throws UsageException for anything else
     */
    public static int parse(String where, String text, int least, int most) {
        return (int) parseLong(where, text, least, most);
    }

    /** Reads a whole number that may be long. */
    public static long parseLong(String where, String text, long least, long most) {
        boolean plain = !text.isEmpty()
                && text.length() <= 19
                && Quantity.digitsFrom(text, 0) == text.length()
                && (text.length() == 1 || text.charAt(0) != '0');
        if (plain) {
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException above) {
                // nineteen digits above 2^63: out of range like any other
            }
        }
        throw new UsageException(where, text, "a whole number from " + least + " to " + most);
    }
}
