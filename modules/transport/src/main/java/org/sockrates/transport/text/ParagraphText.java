package org.sockrates.transport.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text set in lines of a limited width, broken at blanks; only a word that is longer than a line is cut. */
public final class ParagraphText {
    /** A command in prose has a blank behind it, and then the full stop, which stays with it. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile(" (?![.,;:](?: |$))");

    private ParagraphText() {}

    /**
     * The lines, without blanks at their ends. Escape what comes from outside before: {@link
     * org.sockrates.transport.SafeText}.
     *
     * @param first what stands before the first line
     * @param next before every other
     * @param width no line is longer, in columns
     */
    public static List<String> lines(String first, String next, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : words(text, Math.max(2, width - Math.max(first.length(), next.length())))) {
            if (begun && line.length() + 1 + word.length() > width) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(next);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(text, -1)) {
            String rest = word;
            while (rest.length() > most) {
                int end = Math.max(1, Cut.before(rest, most)); // it goes on in the narrowest too
                words.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            words.add(rest);
        }
        return words;
    }
}
