package org.sockrates.shell.job;

import java.util.ArrayList;
import java.util.List;

/** What is kept for somebody who asks later. */
final class HeldLines {
    private static final int MOST = 1_000;

    private final List<String> lines = new ArrayList<>();

    synchronized void add(String text) {
        if (lines.size() < MOST) {
            lines.add(text);
        }
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    /** All of it, once. */
    synchronized List<String> collect() {
        List<String> collected = List.copyOf(lines);
        lines.clear();
        return collected;
    }
}
