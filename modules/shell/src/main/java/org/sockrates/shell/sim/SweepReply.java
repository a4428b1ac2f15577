package org.sockrates.shell.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sockrates.compare.FigureText;
import org.sockrates.compare.Unit;
import org.sockrates.shell.job.ExitStatus;
import org.sockrates.shell.job.Json;
import org.sockrates.shell.job.Reply;
import org.sockrates.shell.text.Columns;
import org.sockrates.shell.text.Fold;
import org.sockrates.sim.formula.Cell;
import org.sockrates.sim.formula.Formula;
import org.sockrates.sim.formula.Sweep;
import org.sockrates.sim.formula.TextbookLine;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.PercentText;
import org.sockrates.transport.text.RateText;

/**
 * A sweep, drawn and in figures.
 *
 * @param sweep what was asked
 * @param cells of it those that are whole
 * @param width columns of a chart
 * @param unicode whether it may have more than ASCII
 */
record SweepReply(Sweep sweep, List<Cell> cells, int width, boolean unicode) implements Reply {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(Fold.hanging("sim sweep: ", method()));
        for (Protocol protocol : sweep.protocols()) {
            List<Cell> its = cells.stream()
                    .filter(cell -> cell.formula().protocol() == protocol)
                    .toList();
            if (!its.isEmpty()) {
                lines.addAll(new SweepChart(its, width, unicode).lines());
                table(its).lines().forEach(line -> lines.add("  " + line));
            }
        }
        lines.addAll(Fold.hanging("  > ", finding()));
        return lines;
    }

    private String method() {
        TextbookLine line = sweep.line();
        return String.format(
                Locale.ROOT,
                "%d messages of %d bytes or a few more a run, n %d runs a cell, seed %d; data at rate %s, delay %s,"
                        + " a = tp/tf = %.3g; data alone is lost; timeout fixed: the window on the wire and two delays;"
                        + " +- is the half of a 95 %% interval; virtual time",
                sweep.messages(),
                line.messageBytes(),
                sweep.runs(),
                sweep.seed(),
                RateText.print(line.bitsPerSecond()),
                DurationText.print(line.delay()),
                line.a());
    }

    private static Columns table(List<Cell> cells) {
        Columns table = new Columns("window", "loss", "utilisation", "+-", "formula", "goodput", "formula", "within");
        table.right(0, 1, 2, 3, 4, 5, 6);
        for (Cell cell : cells) {
            Formula formula = cell.formula();
            String most = formula.kind() == Formula.Kind.BOUND ? "<= " : "";
            table.row(
                    Integer.toString(formula.window()),
                    PercentText.print(formula.loss() * 100),
                    percent(cell.utilisation()),
                    sure(cell) ? percent(cell.utilisationHalfWidth()) : "?",
                    most + percent(cell.utilisationByFormula()),
                    FigureText.of(Unit.BITS_PER_SECOND, cell.goodput()),
                    most + FigureText.of(Unit.BITS_PER_SECOND, cell.goodputByFormula()),
                    sure(cell) ? (cell.holds() ? "yes" : "NO") : "?");
        }
        return table;
    }

    private static String percent(double share) {
        return FigureText.of(Unit.PERCENT, share * 100);
    }

    private static boolean sure(Cell cell) {
        return cell.messageNanos().n() > 1;
    }

    private String finding() {
        int asked = sweep.formulas().size();
        List<String> found = new ArrayList<>();
        if (cells.size() < asked) {
            found.add("stopped: " + cells.size() + " of " + asked + " cells are whole");
        }
        if (sweep.runs() == 1) {
            found.add("one run a cell has no interval; --repeat 2 or more for one");
        } else {
            compare(found);
        }
        return String.join("; ", found) + ".";
    }

    /** What the cells show about the formulas. */
    private void compare(List<String> found) {
        List<Cell> bounds = cells.stream()
                .filter(cell -> cell.formula().kind() == Formula.Kind.BOUND)
                .toList();
        if (cells.size() > bounds.size()) {
            long held = cells.stream().filter(Cell::holds).count()
                    - bounds.stream().filter(Cell::holds).count();
            found.add("the formula is within the interval in " + held + " of " + (cells.size() - bounds.size())
                    + " cells; 95 % of them are to be expected");
        }
        if (!bounds.isEmpty()) {
            found.add("the bound (<=) is kept in "
                    + bounds.stream().filter(Cell::holds).count() + " of " + bounds.size()
                    + ": it forgets that a window waits for its oldest packet");
        }
    }

    @Override
    public int status() {
        return cells.size() < sweep.formulas().size() ? ExitStatus.INTERRUPTED : ExitStatus.OK;
    }

    @Override
    public Object json() {
        return Json.object(
                "schema", "sockrates/sweep/1",
                "seed", sweep.seed(),
                "runs", sweep.runs(),
                "messages", sweep.messages(),
                "partial", cells.size() < sweep.formulas().size(),
                "cells", cells.stream().map(SweepFigures::of).toList());
    }
}
