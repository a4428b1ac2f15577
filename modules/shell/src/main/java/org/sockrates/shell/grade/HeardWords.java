package org.sockrates.shell.grade;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sockrates.transport.SafeText;

/** What a program has said: all of it, or of very much the beginning and the end. */
final class HeardWords {
    private static final int MOST_BYTES = 8 * 1024; // of each part
    /** What a line says that tells why, the most telling first: "1 error" tells less than "error: ';' expected". */
    private static final List<Pattern> TELLING = Stream.of(
                    "(?i)(error|exception)(\\[\\w+])?:(?! (compilation failed|could not compile|aborting due))",
                    "(?i)error|exception",
                    "[\\p{L}\\p{N}]")
            .map(Pattern::compile)
            .toList();

    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final ByteArrayOutputStream end = new ByteArrayOutputStream();
    private long leftOut;

    synchronized void add(byte[] bytes, int length) {
        int first = Math.min(length, MOST_BYTES - beginning.size());
        beginning.write(bytes, 0, first);
        end.write(bytes, first, length - first);
        if (end.size() > 2 * MOST_BYTES) {
            byte[] all = end.toByteArray();
            end.reset();
            end.write(all, all.length - MOST_BYTES, MOST_BYTES);
            leftOut += all.length - MOST_BYTES;
        }
    }

    /** Line by line, escaped. */
    synchronized List<String> lines() {
        if (leftOut == 0) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(beginning.toByteArray());
            all.writeBytes(end.toByteArray());
            return lines(all);
        }
        List<String> lines = new ArrayList<>(lines(beginning));
        lines.add("(" + leftOut + " bytes left out)");
        lines.addAll(lines(end));
        return lines;
    }

    /**
     * The one line that tells most of why it ended: of those that call something an error the last, as a traceback has it; what
     * a compiler draws below one tells nothing.
     *
     * @param said at least one line
     */
    static String telling(List<String> said) {
        return TELLING.stream()
                .flatMap(tells -> said.stream().filter(tells.asPredicate()).reduce((earlier, later) -> later).stream())
                .findFirst()
                .orElse(said.get(said.size() - 1))
                .strip();
    }

    /** A carriage return ends a line only before a line feed; elsewhere it is a character of the line. */
    private static List<String> lines(ByteArrayOutputStream part) {
        String text = part.toString(StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.replaceFirst("\r?\n\\z", "").split("\r?\n", -1))
                        .map(SafeText::escape)
                        .toList();
    }
}
