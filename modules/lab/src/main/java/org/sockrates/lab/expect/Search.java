package org.sockrates.lab.expect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way to lay expected lines over the lines that came: depth first, the likeliest way first, no state twice.
 */
final class Search {
    private static final int MOST_LOOKED_AT = 100;

    private final List<Block> blocks;
    private final List<String> actual;
    private final Effort effort;
    private final Deque<Node> open = new ArrayDeque<>();
    private final Set<State> seen = new HashSet<>();
    private final List<Node> furthest = new ArrayList<>();

    /**
     * How far a way has come.
     *
     * @param block the index of the block it is in
     * @param counts how often each of the block's lines has come
     * @param line the index of the next line that came
     */
    record State(int block, List<Integer> counts, int line, Captures captures) {}

    /** A state, the state before it, and the expected line that took a line on the way, if one did. */
    record Node(
            State state, @Nullable Node parent, @Nullable Line took) {}

    Search(List<Block> blocks, List<String> actual, Effort effort) {
        this.blocks = blocks;
        this.actual = actual;
        this.effort = effort;
    }

    /** The end of a way that lays them all, or empty when there is none. */
    Optional<Node> run(Captures captures) {
        push(new Node(new State(0, countsOf(0), 0, captures), null, null));
        while (!open.isEmpty()) {
            Node node = open.pop();
            effort.state(node.state().counts().size());
            if (node.state().block() == blocks.size() && node.state().line() == actual.size()) {
                return Optional.of(node);
            }
            List<Node> next = successors(node);
            if (next.isEmpty()) {
                note(node);
            }
            next.forEach(this::push);
        }
        return Optional.empty();
    }

    /**
     * Where the first difference is: of the dead ends that came furthest down the expected lines, the one whose next line
     * comes closest to what was expected.
     */
    Node closest(Effort looking) {
        return furthest.stream()
                .limit(MOST_LOOKED_AT)
                .max(Comparator.comparingInt((Node end) -> likeness(end.state(), looking))
                        .thenComparingInt(end -> end.state().line()))
                .orElseThrow();
    }

    private int likeness(State end, Effort looking) {
        if (end.block() == blocks.size() || end.line() == actual.size()) {
            return 0;
        }
        return blocks.get(end.block()).missing(end.counts()).stream()
                .mapToInt(line -> Likeness.of(line, actual.get(end.line()), end.captures(), looking))
                .max()
                .orElse(0);
    }

    private void push(Node node) {
        if (seen.add(node.state())) {
            open.push(node);
        }
    }

    private void note(Node node) {
        int block = node.state().block();
        int best = furthest.isEmpty() ? -1 : furthest.get(0).state().block();
        if (block > best) {
            furthest.clear();
        }
        if (block >= best) {
            furthest.add(node);
        }
    }

    /** The next states, the likeliest last, for it is taken from the stack first. */
    private List<Node> successors(Node node) {
        State state = node.state();
        List<Node> next = new ArrayList<>();
        if (state.block() == blocks.size()) {
            return next;
        }
        Block block = blocks.get(state.block());
        if (state.line() < actual.size()) {
            for (int i = block.lines().size() - 1; i >= 0; i--) {
                consume(node, block, i).ifPresent(next::add);
            }
        }
        if (block.satisfiedBy(state.counts())) {
            int after = state.block() + 1;
            State leave = new State(after, countsOf(after), state.line(), state.captures());
            next.add(block.lazy() ? next.size() : 0, new Node(leave, node, null));
        }
        return next;
    }

    private Optional<Node> consume(Node node, Block block, int index) {
        State state = node.state();
        Line line = block.lines().get(index);
        int count = state.counts().get(index);
        if (!line.quantifier().allowsOneMore(count)) {
            return Optional.empty();
        }
        return LinePattern.match(line, actual.get(state.line()), state.captures(), effort)
                .map(caught -> {
                    List<Integer> counts = new ArrayList<>(state.counts());
                    counts.set(index, line.quantifier().next(count));
                    return new Node(new State(state.block(), counts, state.line() + 1, caught), node, line);
                });
    }

    private List<Integer> countsOf(int block) {
        return block < blocks.size() ? blocks.get(block).untouched() : List.of();
    }
}
