package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.sockrates.shell.chart.Chart;
import org.sockrates.shell.chart.Curve;
import org.sockrates.sim.formula.Cell;

/**
 * Utilisation over loss, a curve for each window: measured, and beside it by the formula. Between what was measured, and
 * between what was reckoned, runs a straight line.
 *
 * @param cells of one protocol
 * @param width columns
 * @param unicode whether it may have more than ASCII
 */
record SweepChart(List<Cell> cells, int width, boolean unicode) {
    private static final int ROWS = 10;
    private static final String MARKS = "abcdefghijklmnop";
    private static final char FORMULA = '.';

    /** Its name, and the chart where there is more than one loss. */
    List<String> lines() {
        TreeMap<Integer, List<Cell>> windows = new TreeMap<>(cells.stream()
                .collect(Collectors.groupingBy(cell -> cell.formula().window())));
        String name = cells.get(0).formula().protocol().word();
        double from = percent(cells.get(0));
        double to = cells.stream().mapToDouble(SweepChart::percent).max().orElse(from);
        List<String> lines = new ArrayList<>(List.of(""));
        if (from == to) {
            lines.add(name);
            return lines;
        }
        List<Curve> measured = new ArrayList<>();
        List<Curve> reckoned = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        for (List<Cell> its : windows.values()) {
            char mark = MARKS.charAt(measured.size());
            marks.add((unicode ? "" : mark + " ") + window(its));
            measured.add(curve(its, Cell::utilisation, mark, false));
            reckoned.add(curve(its, Cell::utilisationByFormula, FORMULA, true));
        }
        measured.addAll(reckoned);
        lines.add(name + ": utilisation in % over loss in %, straight from one to the next");
        lines.add("window " + String.join(", ", marks) + (unicode ? ", from below at the left; lines" : "; letters")
                + " measured, dots by the formula");
        Chart chart = new Chart(width, unicode, from, to);
        lines.addAll(chart.rows(ROWS, measured));
        lines.addAll(chart.time("%"));
        return lines;
    }

    private static int window(List<Cell> its) {
        return its.get(0).formula().window();
    }

    private static double percent(Cell cell) {
        return SweepFigures.rounded(cell.formula().loss() * 100);
    }

    private Curve curve(List<Cell> its, ToDoubleFunction<Cell> share, char mark, boolean dotted) {
        int between = its.size() == 1 ? 1 : Math.max(1, 4 * width / (its.size() - 1));
        double[] shares = its.stream().mapToDouble(share).toArray(); // once: some are reckoned for a while
        List<Double> losses = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i + 1 < its.size(); i++) {
            for (int k = 0; k < between; k++) {
                double part = (double) k / between;
                losses.add(percent(its.get(i)) * (1 - part) + percent(its.get(i + 1)) * part);
                values.add(100 * (shares[i] * (1 - part) + shares[i + 1] * part));
            }
        }
        losses.add(percent(its.get(its.size() - 1)));
        values.add(100 * shares[its.size() - 1]);
        return new Curve(array(losses), array(values), mark, dotted);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
