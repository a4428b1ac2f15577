package org.sockrates.bench.row;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Figure;
import org.sockrates.bench.figure.Finding;
import org.sockrates.sim.formula.Cell;
import org.sockrates.sim.formula.Formula;
import org.sockrates.sim.formula.Sweep;
import org.sockrates.sim.formula.TextbookLine;
import org.sockrates.transport.rdt.Protocol;

/** How many cells of a sweep the formulas are within, for each seed of some. */
final class FormulaGrid {
    /** How it is taken, in a sentence. */
    static final String HOW =
            "formulas: windows 1 4 8 16 64 by losses 0 1 2 5 10 15 20 30 %, 10 runs of 1,000 messages a cell";

    private static final List<Integer> WINDOWS = List.of(1, 4, 8, 16, 64);
    private static final List<Double> LOSSES = List.of(0.0, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0);
    private static final Duration DELAY = Duration.ofMillis(50);
    private static final int BYTES = 1_000;
    private static final long NO_WIRE = 1_000_000_000_000L;
    private static final long WIRE = 1_000_000;
    private static final Bound SHARE = Bound.atLeast(93);

    private FormulaGrid() {}

    /** Each round from a seed of its own. */
    static List<Finding> measure(Plan plan) {
        List<Double> without = new ArrayList<>();
        List<Double> exact = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        for (int seed = 1; seed <= plan.rounds(); seed++) {
            without.add(percent(cells(NO_WIRE, seed)));
            List<Cell> wired = cells(WIRE, seed);
            exact.add(percent(wired.stream().filter(cell -> !isBound(cell)).toList()));
            bounds.add(percent(wired.stream().filter(FormulaGrid::isBound).toList()));
        }
        return List.of(
                Figure.alone("formulas, no wire, 88 cells", "% of cells within 95 %", without, SHARE),
                Figure.alone("formulas, 1 Mbit/s, 56 cells", "% of cells within 95 %", exact, SHARE),
                Figure.alone("bounds of rdt-sr, 1 Mbit/s, 32 cells", "% of cells that keep it", bounds, SHARE));
    }

    private static List<Cell> cells(long bitsPerSecond, int seed) {
        TextbookLine line = new TextbookLine(bitsPerSecond, DELAY, BYTES);
        return new Sweep(line, List.of(Protocol.values()), WINDOWS, LOSSES, 1_000, 10, seed).run(() -> false);
    }

    private static boolean isBound(Cell cell) {
        return cell.formula().kind() == Formula.Kind.BOUND;
    }

    private static double percent(List<Cell> cells) {
        return 100.0 * cells.stream().filter(Cell::holds).count() / cells.size();
    }
}
