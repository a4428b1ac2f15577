package org.sockrates.lab.expect;

import java.util.function.Consumer;

/** Escapes of an {@code (escaped)} line: {@code \t \r \n \0 \\ \xNN \}{@code uNNNN}. */
final class Escapes {
    private static final String EXPECTED = "\\t \\r \\n \\0 \\\\ \\xNN or \\uNNNN";

    private Escapes() {}

    static String read(String text, ScriptLine at, int offset, Consumer<Complaint> complaints) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) != '\\') {
                out.append(text.charAt(i++));
                continue;
            }
            char letter = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 0;
            int value = digits > 0 ? hex(text, i + 2, digits) : simple(letter);
            if (value < 0) {
                String wrong = text.substring(i, Math.min(text.length(), i + 2 + digits));
                complaints.accept(new Complaint(at.number(), at.column() + offset + i, "escape", wrong, EXPECTED));
                value = ' ';
            }
            out.append((char) value);
            i += 2 + digits;
        }
        return out.toString();
    }

    private static int simple(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'n' -> '\n';
            case '0' -> 0;
            case '\\' -> '\\';
            default -> -1;
        };
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            char letter = text.charAt(i);
            int digit = letter < 0x80 ? Character.digit(letter, 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
