package org.sockrates.shell.explain;

import java.util.List;

/**
 * A word with a page of its own.
 *
 * @param word as it is shown
 * @param chapter the command that shows it, or what it is about
 * @param brief what it is, in a line
 * @param more what one sees of it here, and where it is written
 */
record Explained(String word, String chapter, String brief, String more) {
    /** A line, and a paragraph. */
    List<String> page() {
        return List.of(word + (word.endsWith(":") ? " : " : ": ") + brief, more);
    }
}
