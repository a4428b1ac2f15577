package org.sockrates.report;

import org.sockrates.transport.SafeText;
import org.sockrates.transport.text.ParagraphText;

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
        String indent = " ".repeat(first.length());
        return String.join("\n", ParagraphText.lines(first, indent, SafeText.escape(text), width)) + "\n";
    }
}
