package org.sockrates.lab.expect;

/** How the text of an expected line is read. */
enum Kind {
    /** As it stands, with placeholders. */
    PLAIN,
    /** As it stands, braces and all. */
    EQUAL,
    /** {@code *} and {@code ?} stand for any characters, with placeholders. */
    GLOB,
    /** A Java regular expression for the whole line, with placeholders. */
    REGEX,
    /** The same words, however many blanks between them, with placeholders: a row of a table. */
    WORDS,
    /** {@code \t}, {@code \xNN}, {@code \\} stand for characters, with placeholders. */
    ESCAPED,
    /** The line {@code ...}: any line at all. */
    ANYTHING
}
