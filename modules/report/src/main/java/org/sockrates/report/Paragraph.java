package org.sockrates.report;

import java.util.ArrayList;
import java.util.List;
import org.sockrates.transport.SafeText;

/** Text set in lines of a limited width, made safe to show. */
final class Paragraph {
    private final int width;

    Paragraph(int width) {
        this.width = width;
    }

    /**
     * Lines that end in a line feed.
     *
     * @param first what stands before the first line; the others are indented as far
     */
    String of(String first, String text) {
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean begun = false;
        for (String word : words(SafeText.escape(text), width - first.length())) {
            if (begun && line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line = new StringBuilder(" ".repeat(first.length()));
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        return out.append(line).append('\n').toString();
    }

    /** The words of a text; one that is longer than a line is cut. */
    private static List<String> words(String text, int most) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            while (rest.length() > most) {
                words.add(rest.substring(0, most));
                rest = rest.substring(most);
            }
            words.add(rest);
        }
        return words;
    }
}
