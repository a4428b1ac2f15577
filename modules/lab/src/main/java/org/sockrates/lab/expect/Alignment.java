package org.sockrates.lab.expect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The longest common subsequence of expected lines and lines that came: what a diff shows where a search has failed. It
 * catches nothing, and is for showing only.
 */
final class Alignment {
    private static final int MOST_LINES = 60;

    private final List<Line> expected;
    private final List<String> actual;
    private final boolean[][] same;
    private final int[][] longest;

    Alignment(List<Line> allExpected, List<String> allActual, Captures captures, Effort effort) {
        expected = allExpected.subList(0, Math.min(MOST_LINES, allExpected.size()));
        actual = allActual.subList(0, Math.min(MOST_LINES, allActual.size()));
        same = new boolean[expected.size()][actual.size()];
        longest = new int[expected.size() + 1][actual.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = actual.size() - 1; j >= 0; j--) {
                same[i][j] = matches(expected.get(i), actual.get(j), captures, effort);
                longest[i][j] = same[i][j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
    }

    private static boolean matches(Line line, String text, Captures captures, Effort effort) {
        try {
            return !line.lazy()
                    && LinePattern.match(line, text, captures, effort).isPresent();
        } catch (Effort.Exceeded given) {
            return false;
        }
    }

    private boolean instead(int i, int j, int unanswered) {
        return unanswered > 0 && expected.get(i).lazy() && j < actual.size() && longest[i][j + 1] == longest[i][j];
    }

    List<Laid> laid() {
        List<Laid> laid = new ArrayList<>();
        @Nullable Line dots = null; // the "..." this gap stands behind
        int unanswered = 0; // missing lines of this gap; what came instead is not left to a "..." behind them
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < actual.size()) {
            if (i < expected.size() && j < actual.size() && same[i][j]) {
                laid.add(new Laid(expected.get(i++), actual.get(j++)));
                dots = null;
                unanswered = 0;
            } else if (i < expected.size() && longest[i + 1][j] == longest[i][j] && !instead(i, j, unanswered)) {
                Line line = expected.get(i++);
                unanswered += line.required() ? 1 : 0;
                if (line.required()) {
                    laid.add(new Laid(line, null));
                    dots = null;
                }
                dots = line.lazy() ? line : dots;
            } else {
                laid.add(new Laid(dots, actual.get(j++)));
                unanswered--;
            }
        }
        return laid;
    }
}
