package org.sockrates.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param rows the words of the rows, none for all
 * @param quick a glance only
 * @param json where to write the document
 * @param markdown where to write the page
 */
record Request(List<String> rows, boolean quick, Optional<Path> json, Optional<Path> markdown) {
    static final String USAGE = "usage: scripts/bench [ROW...] [--quick] [--json FILE] [--markdown FILE]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with what to tell the person who typed it
     */
    static Request of(String[] arguments, List<String> known) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        List<String> rows = new ArrayList<>();
        boolean quick = false;
        Optional<Path> json = Optional.empty();
        Optional<Path> markdown = Optional.empty();
        while (!left.isEmpty()) {
            String word = left.pop();
            switch (word) {
                case "--quick" -> quick = true;
                case "--json" -> json = Optional.of(file(word, left));
                case "--markdown" -> markdown = Optional.of(file(word, left));
                default -> rows.add(row(word, known));
            }
        }
        return new Request(List.copyOf(rows), quick, json, markdown);
    }

    private static Path file(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException("bench: " + option + ": nothing (expected: a file)");
        }
        return Path.of(left.pop());
    }

    private static String row(String word, List<String> known) {
        if (!known.contains(word)) {
            throw new IllegalArgumentException(
                    "bench: " + word + ": no such row (expected: " + String.join(", ", known) + ")");
        }
        return word;
    }

    boolean asksFor(String row) {
        return rows.isEmpty() || rows.contains(row);
    }
}
