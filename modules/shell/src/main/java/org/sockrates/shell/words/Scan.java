package org.sockrates.shell.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the lexer made of a line, whole or not.
 *
 * @param words an unfinished one included
 * @param background whether the line ends in {@code &}
 * @param commentStart where a comment begins, or the line's length
 * @param trouble why the line cannot be meant, or null when it can
 */
public record Scan(
        List<Word> words,
        boolean background,
        int commentStart,
        @Nullable LineTrouble trouble) {
    public Scan {
        words = List.copyOf(words);
    }
}
