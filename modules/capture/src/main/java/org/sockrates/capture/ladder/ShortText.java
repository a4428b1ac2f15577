package org.sockrates.capture.ladder;

/** Makes text fit a number of columns, so that what is left out is seen, and no escape is cut in two. */
public final class ShortText {
    private static final String MORE = "...";

    private ShortText() {}

    /**
     * The text, or its beginning and {@code ...}; a quotation stays one: {@code "hel"...}. Empty where not even that
     * fits.
     */
    public static String fit(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        boolean quoted = text.startsWith("\"");
        String close = quoted ? "\"" + MORE : MORE;
        int room = width - close.length();
        int end = quoted ? 1 : 0;
        while (end < text.length() && end + unit(text, end) <= room && !(quoted && text.charAt(end) == '"')) {
            end += unit(text, end);
        }
        return room < end || (quoted && end == 1) ? "" : text.substring(0, end) + close;
    }

    /** The length of what must stay together at a place: {@code \n}, {@code \x1b}, or one character. */
    private static int unit(String text, int at) {
        if (text.charAt(at) != '\\' || at + 1 == text.length()) {
            return 1;
        }
        int length = text.charAt(at + 1) == 'x' ? 4 : text.charAt(at + 1) == 'u' ? 6 : 2;
        return Math.min(length, text.length() - at);
    }

    /** Plain ASCII, so that one character is one column on every terminal. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= 0x20 && c < 0x7f ? c : '?');
        }
        return out.toString();
    }
}
