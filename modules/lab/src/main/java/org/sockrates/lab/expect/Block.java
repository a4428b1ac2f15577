package org.sockrates.lab.expect;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines that may come in any order among themselves. An ordinary expected line is a block of one; so is {@code ...}.
 */
record Block(List<Line> lines) {
    Block {
        lines = List.copyOf(lines);
    }

    /** How often each line has come, at the start. */
    List<Integer> untouched() {
        return Collections.nCopies(lines.size(), 0);
    }

    /** Whether every line has come as often as it must. */
    boolean satisfiedBy(List<Integer> counts) {
        return missing(counts).isEmpty();
    }

    /** The lines that have not come as often as they must. */
    List<Line> missing(List<Integer> counts) {
        return IntStream.range(0, lines.size())
                .filter(i -> counts.get(i) < lines.get(i).quantifier().least())
                .mapToObj(lines::get)
                .toList();
    }

    boolean lazy() {
        return lines.size() == 1 && lines.get(0).lazy();
    }
}
