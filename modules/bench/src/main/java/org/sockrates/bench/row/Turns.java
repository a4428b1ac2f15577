package org.sockrates.bench.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Skipped;

/**
 * Contenders that are measured in turn: ours, peer, ours, peer … so that whatever else the machine does meets all of
 * them.
 */
final class Turns {
    /** The name of the contender that most figures are about. */
    static final String OURS = "ours";

    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    /** One measurement, from starting the processes to ending them. */
    @FunctionalInterface
    interface Contender {
        double measure() throws IOException;
    }

    Turns ours(Contender contender) {
        return with(OURS, contender);
    }

    Turns with(String name, Contender contender) {
        contenders.put(name, contender);
        values.put(name, new ArrayList<>());
        return this;
    }

    /** A contender that can take part only where nothing is lacking. */
    Turns with(String name, Optional<String> lacking, Contender contender) {
        lacking.ifPresent(reason -> absent.put(name, reason));
        return lacking.isPresent() ? this : with(name, contender);
    }

    Turns take(int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                values(contender.getKey()).add(contender.getValue().measure());
            }
        }
        return this;
    }

    /** Ours against another, by the ratio within each round. */
    Finding against(String peer, String name, String unit, Bound bound) {
        return between(OURS, peer, name, unit, Figure.Basis.RATIO, bound);
    }

    /** Another contender of ours against another, by the ratio within each round, with no goal of its own. */
    Finding shown(String contender, String peer, String name, String unit) {
        return between(contender, peer, name, unit, Figure.Basis.RATIO, Bound.NONE);
    }

    /** Another contender of ours against another, by the ratio within each round. */
    Finding against(String contender, String peer, String name, String unit, Bound bound) {
        return between(contender, peer, name, unit, Figure.Basis.RATIO, bound);
    }

    /** Ours by itself, with another shown beside it. */
    Finding beside(String peer, String name, String unit, Bound bound) {
        return between(OURS, peer, name, unit, Figure.Basis.VALUE, bound);
    }

    /** Ours by itself. */
    Finding alone(String name, String unit, Bound bound) {
        return Figure.alone(name, unit, values(OURS), bound);
    }

    private Finding between(String contender, String peer, String name, String unit, Figure.Basis basis, Bound bound) {
        Optional<String> reason = Stream.of(contender, peer)
                .filter(absent::containsKey)
                .findFirst()
                .map(absent::get);
        return reason.isPresent()
                ? new Skipped(name + " / " + peer, reason.get())
                : new Figure(name, unit, peer, values(contender), values(peer), basis, bound);
    }

    private List<Double> values(String name) {
        List<Double> known = values.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + ": not among " + values.keySet());
        }
        return known;
    }
}
