package org.sockrates.lab.expect;

import java.util.Comparator;
import java.util.List;

/** Of several dead ends equally far down, the one whose next line comes closest to what was expected. */
final class Closest {
    private static final int MOST_LOOKED_AT = 100;

    private Closest() {}

    static Search.Node of(List<Search.Node> ends, List<Block> blocks, List<String> actual, Effort effort) {
        return ends.stream()
                .limit(MOST_LOOKED_AT)
                .max(Comparator.comparingInt((Search.Node end) -> likeness(end, blocks, actual, effort))
                        .thenComparingInt(end -> end.state().line()))
                .orElseThrow();
    }

    private static int likeness(Search.Node end, List<Block> blocks, List<String> actual, Effort effort) {
        Search.State state = end.state();
        if (state.block() == blocks.size() || state.line() == actual.size()) {
            return 0;
        }
        return blocks.get(state.block()).missing(state.counts()).stream()
                .mapToInt(line -> new Agreement(line, actual.get(state.line()), state.captures(), effort).column())
                .max()
                .orElse(0);
    }
}
