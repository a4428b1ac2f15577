package org.sockrates.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The one escaper: bytes and text from outside, made safe to show. One line stays one line, and nothing reaches a
 * terminal that could move its cursor, change its title, reverse its writing direction or pile marks on a letter.
 */
public final class SafeText {
    private SafeText() {}

    /** Bytes as a C string would show them, in double quotes: printable ASCII as it is, {@code \n}, {@code \x1b}. */
    public static String quote(ByteBuffer bytes, int mostBytes) {
        int shown = Math.min(bytes.remaining(), mostBytes);
        StringBuilder out = new StringBuilder(shown + 8).append('"');
        for (int i = 0; i < shown; i++) {
            appendByte(out, bytes.get(bytes.position() + i) & 0xff);
        }
        out.append('"');
        return shown < bytes.remaining() ? out.append("...").toString() : out.toString();
    }

    /** Text in double quotes, escaped as {@link #escape}, quotes and backslashes too. */
    public static String quote(String text) {
        return '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** Text with every character that is not plainly visible written as {@code \n}, {@code \x1b} or <code>\u202e</code>. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean mark = isMark(point);
            marks = mark ? marks + 1 : 0;
            if (isVisible(point) && marks <= 2) {
                out.appendCodePoint(point);
            } else if (point < 0x100) {
                appendByte(out, point);
            } else {
                out.append(String.format("\\u%04x", point));
            }
        }
        return out.toString();
    }

    /** Bytes from outside as one line of text: UTF-8 where it is valid, escaped. */
    public static String escape(byte[] utf8) {
        return escape(new String(utf8, StandardCharsets.UTF_8));
    }

    private static boolean isVisible(int point) {
        if (point < 0x80) {
            return point >= 0x20 && point != 0x7f;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static void appendByte(StringBuilder out, int value) {
        switch (value) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0 -> out.append("\\0");
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            default -> {
                if (value >= 0x20 && value < 0x7f) {
                    out.append((char) value);
                } else {
                    out.append(String.format("\\x%02x", value));
                }
            }
        }
    }
}
