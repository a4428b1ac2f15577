package org.sockrates.transport;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The one escaper: bytes and text from outside, made safe to show. One line stays one line, and nothing reaches a
 * terminal that could move its cursor, change its title, reverse its writing direction or pile marks on a letter.
 */
public final class SafeText {
    private static final HexFormat HEX = HexFormat.of();
    private static final int MARKS_A_LETTER = 2;
    /**
     * Letters, signs and marks by their kind, and yet nothing is to be seen: Hangul's fillers, Braille's empty cell, what joins
     * letters and Khmer's vowels that are heard anyway (Default_Ignorable_Code_Point, Unicode Standard Annex 44).
     */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5";

    /** A name in Chinese or Japanese has it between its parts; as wide as a letter, it is taken for no blank. */
    private static final int WIDE_SPACE = 0x3000;

    /** A byte that is no text is the character so many above it. */
    private static final int BYTE = 0xdc00;

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

    /**
     * Text with every character that is not plainly visible written as {@code \n}, {@code \x1b} or, beyond ASCII,
     * as Java writes it by its number: {@code \xa0} is a byte that is no text. Such a byte is one of the characters U+DC80
     * to U+DCFF here (as Python's surrogateescape has it, PEP 383), which no text has.
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        escape(text, out);
        return out.toString();
    }

    /** Bytes from outside as one line of text: UTF-8 where it is valid, {@code \xff} where it is not, escaped. */
    public static String escape(byte[] utf8) {
        StringBuilder out = new StringBuilder(utf8.length + 8);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(utf8);
        CharBuffer letters = CharBuffer.allocate(utf8.length);
        CoderResult result = decoder.decode(bytes, letters, true);
        while (result.isError()) {
            escape(letters.flip(), out);
            letters.clear();
            for (int i = 0; i < result.length(); i++) {
                appendByte(out, bytes.get() & 0xff);
            }
            result = decoder.reset().decode(bytes, letters, true);
        }
        escape(letters.flip(), out);
        return out.toString();
    }

    /** Combining marks are let through behind something visible, and two at most: more would pile up over other lines. */
    private static void escape(CharSequence text, StringBuilder out) {
        int marksAllowed = 0;
        for (int i = 0; i < text.length(); ) {
            int point = Character.codePointAt(text, i);
            i += Character.charCount(point);
            boolean mark = isMark(point);
            boolean shown = isVisible(point) && (!mark || marksAllowed > 0);
            marksAllowed = !shown ? 0 : mark ? marksAllowed - 1 : MARKS_A_LETTER;
            if (shown) {
                out.appendCodePoint(point);
            } else if (point < 0x80 || (point >= BYTE + 0x80 && point <= BYTE + 0xff)) {
                appendByte(out, point & 0xff);
            } else {
                out.append(point < 0x10000 ? "\\u" + HEX.toHexDigits((char) point) : "\\U" + HEX.toHexDigits(point));
            }
        }
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
            case Character.SPACE_SEPARATOR -> point == WIDE_SPACE; // any other would be taken for a blank
            default -> FILLERS.indexOf(point) < 0 && !isVariation(point);
        };
    }

    /** A mark that only chooses how the letter before it is drawn: Mongolian's, and those of all. */
    private static boolean isVariation(int point) {
        return (point >= 0x180b && point <= 0x180f)
                || (point >= 0xfe00 && point <= 0xfe0f)
                || (point >= 0xe0100 && point <= 0xe01ef);
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
                    out.append("\\x").append(HEX.toHexDigits((byte) value));
                }
            }
        }
    }
}
