package org.sockrates.bench.figure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One measured figure: our values, in the order they were taken, and, where there is something to compare with, the
 * peer's, each taken right after ours.
 *
 * @param name what was measured
 * @param unit of the values
 * @param peer whom we are compared with, empty for nobody
 * @param peers empty, or as many as {@code ours}
 * @param basis what is held against the bound
 */
public record Figure(
        String name, String unit, String peer, List<Double> ours, List<Double> peers, Basis basis, Bound bound)
        implements Finding {
    /** What of a figure is judged. */
    public enum Basis {
        /** The ratio ours/peer within each pair. */
        RATIO,
        /** Our own value; a peer's is only shown beside it. */
        VALUE
    }

    public Figure {
        ours = List.copyOf(ours);
        peers = List.copyOf(peers);
        if (peers.size() != ours.size() && (basis == Basis.RATIO || !peers.isEmpty())) {
            throw new IllegalArgumentException(ours.size() + " values of ours, " + peers.size() + " of " + peer);
        }
    }

    /** A figure judged by our own value, with nobody beside it. */
    public static Figure alone(String name, String unit, List<Double> ours, Bound bound) {
        return new Figure(name, unit, "", ours, List.of(), Basis.VALUE, bound);
    }

    boolean compared() {
        return !peers.isEmpty();
    }

    /** The ratios ours/peer within the pairs. */
    public List<Double> ratios() {
        return IntStream.range(0, peers.size())
                .mapToObj(i -> ours.get(i) / peers.get(i))
                .toList();
    }

    /** What the bound is held against. */
    Spread judged() {
        return Spread.of(basis == Basis.RATIO ? ratios() : ours);
    }

    public boolean holds() {
        return bound.holds(judged().median());
    }

    /** Whether single values lie on the other side of the bound than the median: another run may judge otherwise. */
    boolean unsure() {
        Spread judged = judged();
        return bound.holds(judged.min()) != bound.holds(judged.max());
    }

    /**
     * {@code ok} or the word given for a missed goal, with a question mark where the figure is {@link #unsure}; nothing
     * where there is no goal.
     */
    String verdict(String missed) {
        if (bound.equals(Bound.NONE)) {
            return "";
        }
        return (holds() ? "ok" : missed) + (unsure() ? "?" : "");
    }
}
