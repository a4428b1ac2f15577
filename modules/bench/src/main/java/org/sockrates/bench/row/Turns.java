package org.sockrates.bench.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Skipped;

/**
 * Contenders that are measured in turn: ours, peer, ours, peer … so that whatever else the machine does meets all of
 * them. {@code ours} comes first.
 */
final class Turns {
    private final Map<String, Contender> contenders = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    /** One measurement, from starting the processes to ending them. */
    @FunctionalInterface
    interface Contender {
        double measure() throws IOException;
    }

    Turns ours(Contender contender) {
        return with("ours", contender);
    }

    Turns with(String name, Contender contender) {
        contenders.put(name, contender);
        values.put(name, new ArrayList<>());
        return this;
    }

    /** A contender that cannot take part here. */
    Turns without(String name, String reason) {
        absent.put(name, reason);
        return this;
    }

    Turns take(int rounds) throws IOException {
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, Contender> contender : contenders.entrySet()) {
                values(contender.getKey()).add(contender.getValue().measure());
            }
        }
        return this;
    }

    /** Ours against one of the others, by the ratio within each round. */
    Finding against(String peer, String name, String unit, Bound bound) {
        return finding(peer, name, unit, Figure.Basis.RATIO, bound);
    }

    /** Ours by itself, with one of the others shown beside it. */
    Finding beside(String peer, String name, String unit, Bound bound) {
        return finding(peer, name, unit, Figure.Basis.VALUE, bound);
    }

    /** Ours by itself. */
    Finding alone(String name, String unit, Bound bound) {
        return Figure.alone(name, unit, values("ours"), bound);
    }

    private Finding finding(String peer, String name, String unit, Figure.Basis basis, Bound bound) {
        String reason = absent.get(peer);
        return reason == null
                ? new Figure(name, unit, peer, values("ours"), values(peer), basis, bound)
                : new Skipped(name + " / " + peer, reason);
    }

    private List<Double> values(String name) {
        List<Double> known = values.get(name);
        if (known == null) {
            throw new IllegalArgumentException(name + ": not among " + values.keySet());
        }
        return known;
    }
}
