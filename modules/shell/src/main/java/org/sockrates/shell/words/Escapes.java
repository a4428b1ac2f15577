package org.sockrates.shell.words;

/** The escapes of payloads: {@code \r \n \t \0 \xNN}, and a backslash before what would mean something else. */
final class Escapes {
    private static final String ITSELF = "\\\"' #&";

    private Escapes() {}

    /**
     * Reads the escape that begins at a backslash.
     *
     * @return the index behind it
     */
    static int read(String line, int at, StringBuilder into) throws MisreadException {
        char kind = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
        switch (kind) {
            case 'r' -> into.append('\r');
            case 'n' -> into.append('\n');
            case 't' -> into.append('\t');
            case '0' -> into.append('\0');
            case 'x' -> {
                return hex(line, at, into);
            }
            default -> {
                if (at + 1 == line.length() || ITSELF.indexOf(kind) < 0) {
                    throw new MisreadException(
                            at, "an escape nobody knows", "\\r \\n \\t \\0 \\xNN, or \\\\ for a backslash");
                }
                into.append(kind);
            }
        }
        return at + 2;
    }

    /** A text in which nothing was escaped yet: an argument of this process. */
    static String all(String text) {
        StringBuilder out = new StringBuilder(text.length());
        try {
            for (int at = 0; at < text.length(); ) {
                if (text.charAt(at) == '\\') {
                    at = read(text, at, out);
                } else {
                    out.append(text.charAt(at++));
                }
            }
        } catch (MisreadException found) {
            throw found.trouble().told();
        }
        return out.toString();
    }

    private static int hex(String line, int at, StringBuilder into) throws MisreadException {
        int high = at + 2 < line.length() ? Character.digit(line.charAt(at + 2), 16) : -1;
        int low = at + 3 < line.length() ? Character.digit(line.charAt(at + 3), 16) : -1;
        if (high < 0 || low < 0 || line.charAt(at + 2) > 'f' || line.charAt(at + 3) > 'f') {
            throw new MisreadException(at, "\\x without two hexadecimal digits", "\\x00 to \\xff");
        }
        int value = high * 16 + low;
        into.append((char) (value < 0x80 ? value : 0xDC00 + value));
        return at + 4;
    }
}
