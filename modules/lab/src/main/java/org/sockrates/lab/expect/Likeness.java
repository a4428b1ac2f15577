package org.sockrates.lab.expect;

import java.util.Arrays;
import java.util.List;

/** How like an expected line a line is that came in its place: of several the likest is the one that was meant. */
final class Likeness {
    private Likeness() {}

    /** How far they agree; of the words of a row how many came, in whatever column. */
    static int of(Line line, String actual, Captures captures, Effort effort) {
        if (line.kind() != Kind.WORDS) {
            return new Agreement(line, actual, captures, effort).column();
        }
        List<String> came = Arrays.asList(actual.strip().split("[ \t]+"));
        return (int) RowPieces.words(line.pieces()).stream()
                .map(line::withPieces)
                .filter(word -> came.stream().anyMatch(text -> matches(word, text, captures, effort)))
                .count();
    }

    private static boolean matches(Line word, String text, Captures captures, Effort effort) {
        try {
            return LinePattern.match(word, text, captures, effort).isPresent();
        } catch (Effort.Exceeded given) {
            return false;
        }
    }
}
