package org.sockrates.shell.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.ParagraphText;

/** Text in lines of at most so many columns, broken at blanks; only a word that is longer than a line is cut. */
public final class Fold {
    /** No line is longer. */
    public static final int WIDTH = 80;

    private static final String CONTINUED = " \\";
    private static final String TABLE_GAP = "   ";

    private Fold() {}

    /**
     * Prose is filled, line after line; a row, which has a wide gap in it, stays a row and goes on under its second part. A
     * line that begins with the gap belongs to the row before.
     */
    public static List<String> page(String indent, List<String> lines) {
        List<String> folded = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (String line : lines) {
            int gap = line.indexOf(TABLE_GAP);
            if (gap == 0 && row.length() > 0) {
                row.append(' ').append(line.strip());
                continue;
            }
            flushRow(row, indent, folded);
            if (gap < 0) {
                prose.append(prose.length() == 0 ? "" : " ").append(line);
            } else {
                flush(prose, indent, folded);
                row.append(line);
            }
        }
        flushRow(row, indent, folded);
        flush(prose, indent, folded);
        return folded;
    }

    /** The rows of such a page whose first part is meant, each with the lines that belong to it. */
    public static List<String> rows(List<String> page, Predicate<String> meant) {
        List<String> rows = new ArrayList<>();
        boolean within = false;
        for (String line : page) {
            int gap = line.indexOf(TABLE_GAP);
            within = gap == 0 ? within : gap > 0 && meant.test(line.substring(0, gap));
            if (within) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static void flushRow(StringBuilder row, String indent, List<String> folded) {
        if (row.length() > 0) {
            String line = row.toString();
            String rest = line.substring(line.indexOf(TABLE_GAP)).stripLeading();
            String first = line.substring(0, line.length() - rest.length());
            folded.addAll(hanging(indent + first, rest));
            row.setLength(0);
        }
    }

    private static void flush(StringBuilder prose, String indent, List<String> folded) {
        if (prose.length() > 0) {
            folded.addAll(hanging(indent, prose.toString()));
            prose.setLength(0);
        }
    }

    /** {@code link add|use [LINK]}: may be broken behind a bar, too; further lines stand under the second word. */
    public static List<String> usage(String usage) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : usage.split("(?<=[ |])", -1)) {
            if (line.length() + piece.stripTrailing().length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(usage.indexOf(' ') + 1));
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Text by itself, a line as a rule; further ones are indented. */
    public static List<String> line(String text) {
        return hanging("", "  ", text);
    }

    /** Text behind a beginning; further lines stand under its first word. */
    public static List<String> hanging(String first, String text) {
        return hanging(first, " ".repeat(first.length()), text);
    }

    /**
     * Text behind a beginning.
     *
     * @param next before every line but the first
     */
    public static List<String> hanging(String first, String next, String text) {
        return ParagraphText.lines(first, next, text, WIDTH);
    }

    /** Text from outside, behind a beginning; that of a comment is before every line. */
    public static List<String> escaped(String first, String text) {
        String next = first.startsWith("#") ? first : " ".repeat(first.length());
        return hanging(first, next, SafeText.escape(text));
    }

    /**
     * A command to be pasted into a Unix shell: each line but the last ends in a backslash. A comment behind it goes before
     * it, where the line is too long for both.
     */
    public static List<String> command(String text) {
        if (text.length() <= WIDTH) {
            return List.of(text);
        }
        int comment = text.indexOf("# ");
        if (comment < 0) {
            List<String> lines = ParagraphText.lines("", "    ", text, WIDTH - CONTINUED.length());
            lines.subList(0, lines.size() - 1).replaceAll(line -> line + CONTINUED);
            return lines;
        }
        List<String> lines = hanging("# ", "# ", text.substring(comment + 2));
        String command = text.substring(0, comment).strip();
        lines.addAll(command.isEmpty() ? List.of() : command(command));
        return lines;
    }
}
