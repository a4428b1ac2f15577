package org.sockrates.shell.sim;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockrates.report.CsvReport;
import org.sockrates.sim.formula.Cell;
import org.sockrates.sim.formula.Sweep;

/** A sweep as comma-separated values, a row for each cell; a last row where it is only a part. */
final class SweepCsv {
    private static final String PART = "sim sweep,interrupted: this is a part";

    private SweepCsv() {}

    static String of(Sweep sweep, List<Cell> cells) {
        StringBuilder out = new StringBuilder();
        for (Cell cell : cells) {
            Map<String, @Nullable Object> figures = SweepFigures.of(cell);
            if (out.isEmpty()) {
                out.append(CsvReport.row(List.copyOf(figures.keySet())));
            }
            out.append(
                    CsvReport.row(figures.values().stream().map(SweepCsv::text).toList()));
        }
        return cells.size() < sweep.formulas().size()
                ? out.append(PART).append('\n').toString()
                : out.toString();
    }

    private static String text(@Nullable Object figure) {
        return figure == null ? "" : figure.toString();
    }
}
