package org.sockrates.shell.text;

import java.util.List;

/** What was drawn with more than ASCII, character for character in ASCII: words stay as they are. */
public final class AsciiDrawing {
    private static final String STROKES = "│├┤─┬└┄▶◀╳×";
    private static final String INSTEAD = "|||-++.><xx";
    private static final char NO_DOTS = '\u2800'; // Unicode, Braille Patterns
    private static final char ALL_DOTS = '\u28FF';

    private AsciiDrawing() {}

    /** Lines of the same widths. */
    public static List<String> of(List<String> lines) {
        return lines.stream().map(AsciiDrawing::of).toList();
    }

    private static String of(String line) {
        StringBuilder plain = new StringBuilder(line);
        for (int i = 0; i < plain.length(); i++) {
            plain.setCharAt(i, of(plain.charAt(i)));
        }
        return plain.toString();
    }

    private static char of(char drawn) {
        if (drawn == NO_DOTS) {
            return ' ';
        }
        int stroke = STROKES.indexOf(drawn);
        return drawn > NO_DOTS && drawn <= ALL_DOTS ? '*' : stroke < 0 ? drawn : INSTEAD.charAt(stroke);
    }
}
