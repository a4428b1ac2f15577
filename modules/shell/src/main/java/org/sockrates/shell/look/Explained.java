package org.sockrates.shell.look;

import java.util.List;

/** A word with a page of its own. */
interface Explained {
    /** As it is shown. */
    String word();

    /** The command that shows it, or what it is about. */
    String chapter();

    /** What it is, in a line. */
    String brief();

    /** What one sees of it here, and where it is written. */
    String more();

    /** A line, and a paragraph. */
    default List<String> page() {
        return List.of(word() + (word().endsWith(":") ? " : " : ": ") + brief(), more());
    }
}
