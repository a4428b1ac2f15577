package org.sockrates.link.rule;

import org.sockrates.transport.UsageException;

/** Which of many: {@code 1st 2nd 3rd 4th … 11th … 21st}. */
public final class Ordinal {
    private Ordinal() {}

    /** The number with its ending. */
    public static String print(long number) {
        return number + suffix(number);
    }

    /**
     * The number, from 1 on; the word next is 1.
     *
     * @throws UsageException for anything else
     */
    public static long parse(String where, String text) {
        if (text.equals("next")) {
            return 1;
        }
        String digits = text.replaceFirst("(st|nd|rd|th)$", "");
        if (digits.length() == text.length() || !digits.matches("[1-9][0-9]{0,8}")) {
            throw new UsageException(where, text, "next, or which one: 1st 2nd 3rd 4th");
        }
        long number = Long.parseLong(digits);
        if (!print(number).equals(text)) {
            throw new UsageException(where, text, print(number));
        }
        return number;
    }

    private static String suffix(long number) {
        boolean teen = number / 10 % 10 == 1;
        if (teen) {
            return "th";
        }
        return switch ((int) (number % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
