package org.sockrates.report;

import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.ParagraphText;

/** Text set in lines of a terminal's width, made safe to show. */
final class Paragraph {
    static final int WIDTH = 80;

    private Paragraph() {}

    /**
     * Lines that end in a line feed.
     *
     * @param first what stands before the first line; the others are indented as far
     */
    static String of(String first, String text) {
        String indent = " ".repeat(first.length());
        return String.join("\n", ParagraphText.lines(first, indent, SafeText.escape(text), WIDTH)) + "\n";
    }
}
