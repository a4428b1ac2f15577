package org.sockrates.report;

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
        String indent = " ".repeat(first.length());
        boolean begun = false;
        for (String word : SafeText.escape(text).split(" ", -1)) {
            if (begun && line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line = new StringBuilder(indent);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        return out.append(line).append('\n').toString();
    }
}
