package org.sockrates.shell.text;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.SafeText;

/**
 * Bytes in double quotes over several lines, as neighbouring strings in C are one: each line of text that came stands on a
 * line of its own.
 */
public final class QuotedBytes {
    private static final int MOST_BYTES = 1_200;
    private static final int MOST_LINES = 20;
    private static final String MORE = "...";

    private QuotedBytes() {}

    /** The bytes behind a beginning; further lines stand under the first. */
    public static List<String> lines(String first, byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int room = Fold.WIDTH - first.length() - 2 - MORE.length();
        int at = 0;
        while (at < Math.min(bytes.length, MOST_BYTES) && lines.size() < MOST_LINES) {
            StringBuilder line = new StringBuilder();
            boolean ended = false;
            while (at < bytes.length && !ended) {
                String quoted = SafeText.quote(ByteBuffer.wrap(bytes, at, 1), 1);
                String letter = quoted.substring(1, quoted.length() - 1);
                if (line.length() + letter.length() > room) {
                    break;
                }
                line.append(letter);
                ended = bytes[at++] == '\n';
            }
            lines.add((lines.isEmpty() ? first : " ".repeat(first.length())) + '"' + line + '"');
        }
        if (lines.isEmpty()) {
            return List.of(first + "\"\"");
        }
        if (at < bytes.length) {
            lines.set(lines.size() - 1, lines.get(lines.size() - 1) + MORE);
        }
        return lines;
    }

    /** Whether such lines do not show all of them. */
    public static boolean isCut(List<String> lines) {
        return lines.get(lines.size() - 1).endsWith('"' + MORE);
    }
}
