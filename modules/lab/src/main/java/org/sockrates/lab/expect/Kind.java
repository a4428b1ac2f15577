package org.sockrates.lab.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    ANYTHING;

    /** Those that are written, in brackets behind the line. */
    static final List<String> WRITTEN = Arrays.stream(values())
            .filter(kind -> kind != PLAIN && kind != ANYTHING)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    /** The kind that is written so, as one of {@link #WRITTEN}. */
    static Kind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
