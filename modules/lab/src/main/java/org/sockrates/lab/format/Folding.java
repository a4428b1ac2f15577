package org.sockrates.lab.format;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines; cuts nothing off. */
final class Folding {
    private Folding() {}

    /**
     * Breaks a text at exactly the width, words or not, so that columns can be counted.
     *
     * @param first before the first line
     * @param next before all others; as long as {@code first}
     */
    static List<String> of(String first, String next, String text, int width) {
        int room = Math.max(1, width - first.length());
        List<String> lines = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(text.length(), from + room);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to += to - from > 1 ? -1 : 1;
            }
            lines.add(((from == 0 ? first : next) + text.substring(from, to)).stripTrailing());
            from = to;
        } while (from < text.length());
        return lines;
    }
}
