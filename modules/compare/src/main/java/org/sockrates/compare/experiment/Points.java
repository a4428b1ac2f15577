package org.sockrates.compare.experiment;

import java.util.List;

/**
 * Numbers below each other, point below point, so that what is longer stands out. Each keeps its digits: none is made to
 * look more exact than it is.
 */
final class Points {
    private static final int LEAST_WIDTH = 9;

    private final int before;
    private final int behind;

    /** @param numbers as they are shown */
    Points(List<String> numbers) {
        int whole = numbers.stream().mapToInt(Points::point).max().orElse(0);
        behind = numbers.stream()
                .mapToInt(number -> number.length() - point(number))
                .max()
                .orElse(0);
        before = Math.max(whole, LEAST_WIDTH - behind);
    }

    private static int point(String number) {
        int at = number.indexOf('.');
        return at < 0 ? number.length() : at;
    }

    /** One of the numbers. */
    String inLine(String number) {
        return " ".repeat(before - point(number)) + number;
    }

    /** What stands above them, at their right end. */
    String right(String head) {
        return " ".repeat(Math.max(0, before + behind - head.length())) + head;
    }
}
