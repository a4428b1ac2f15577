package org.sockrates.transport.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.sockrates.transport.UsageException;

/** Finds the word that was probably meant: "delya" is "delay". */
public final class NearestWord {
    private static final int LONGEST = 32;

    private NearestWord() {}

    /**
     * The known word nearest to the one given: within two edits (a letter more, less, other, or two swapped) and fewer
     * than half its letters; the first of several equally near.
     */
    public static Optional<String> of(String given, Collection<String> known) {
        return within(2, given, known);
    }

    /** The same within so many edits. */
    public static Optional<String> within(int most, String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String word = given.toLowerCase(Locale.ROOT);
        String best = null;
        int least = most + 1;
        for (String candidate : known) {
            int edits = edits(word, candidate.toLowerCase(Locale.ROOT));
            if (edits < least && edits * 2 < Math.max(word.length(), candidate.length())) {
                best = candidate;
                least = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What an error about an unknown word expected: {@code delay?}, or all words that are known. */
    public static String expected(String given, Collection<String> known) {
        return expected(given, known, String.join(" ", known));
    }

    /** The same, with other words for when none is near. */
    public static String expected(String given, Collection<String> known, String otherwise) {
        return of(given, known).map(word -> word + "?").orElse(otherwise);
    }

    /** That a word is none of those that are known. */
    public static UsageException unknown(String where, String given, Collection<String> known) {
        return new UsageException(where, given, expected(given, known));
    }

    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j] + 1, Math.min(cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
