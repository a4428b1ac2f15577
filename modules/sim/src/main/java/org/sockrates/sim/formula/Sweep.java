package org.sockrates.sim.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sockrates.link.LinkSpec;
import org.sockrates.sim.Trial;
import org.sockrates.transport.SplitMix64;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.text.DurationText;
import org.sockrates.transport.text.PercentText;
import org.sockrates.transport.text.RateText;

/**
 * Protocols over one line, at every window and every loss. Stop-and-wait, whose window is one, is measured once for all.
 *
 * @param line what lies between
 * @param protocols which
 * @param windows packets that may be outstanding, 1 to 1,024
 * @param lossPercents of data, 0 to {@link #MOST_LOSS_PERCENT}
 * @param messages that are watched in each run, at least so many: whole windows of them
 * @param runs of each cell, each from a seed of its own
 * @param seed of everything
 */
public record Sweep(
        TextbookLine line,
        List<Protocol> protocols,
        List<Integer> windows,
        List<Double> lossPercents,
        int messages,
        int runs,
        long seed) {
    /** A run of a line that loses more takes too long. */
    public static final int MOST_LOSS_PERCENT = 90;

    /** Windows that are let pass before it is watched. */
    private static final int BEGINNING = 4;

    public Sweep {
        protocols = List.copyOf(protocols);
        windows = List.copyOf(windows);
        lossPercents = List.copyOf(lossPercents);
        for (int window : windows) {
            if (window < 1 || window > ProtocolSettings.MOST_WINDOW) {
                throw new UsageException("window", Integer.toString(window), "1 to " + ProtocolSettings.MOST_WINDOW);
            }
        }
        for (double percent : lossPercents) {
            if (!(percent >= 0 && percent <= MOST_LOSS_PERCENT)) {
                throw new UsageException("loss", PercentText.print(percent), "0% to " + MOST_LOSS_PERCENT + "%");
            }
        }
    }

    /** The cells there are to measure: protocol by protocol, window by window. */
    public List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        for (Protocol protocol : protocols) {
            for (int window : protocol == Protocol.STOP_AND_WAIT ? List.of(1) : windows) {
                for (double percent : lossPercents) {
                    formulas.add(Formula.of(protocol, line, window, percent / 100, (long) messages * runs));
                }
            }
        }
        return formulas;
    }

    /**
     * Measures them.
     *
     * @param stopped asked after each thing that happens
     * @return all of them, or those that were whole when it was stopped
     */
    public List<Cell> run(BooleanSupplier stopped) {
        List<Cell> cells = new ArrayList<>();
        for (Formula formula : formulas()) {
            List<Trial.Seen> seen = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                Trial.Seen one = trial(formula, run).run(formula.protocol()::end, stopped);
                if (!one.finished()) {
                    return cells;
                }
                seen.add(one);
            }
            cells.add(cell(formula, seen));
        }
        return cells;
    }

    private Cell cell(Formula formula, List<Trial.Seen> seen) {
        double watched = watched(formula.window());
        return new Cell(
                formula,
                formula.messageNanos(),
                seed,
                Estimate.of(seen.stream().map(one -> one.nanos() / watched).toList()),
                Estimate.of(seen.stream().map(one -> one.packets() / watched).toList()),
                seen.stream().mapToLong(Trial.Seen::events).sum());
    }

    /** Whole windows, so that what is watched begins and ends at the same place of one. */
    private int watched(int window) {
        return (messages + window - 1) / window * window;
    }

    private Trial trial(Formula formula, int run) {
        String delay = "delay " + DurationText.print(line.delay()) + " limit 2000";
        String loss = "loss " + PercentText.print(formula.loss() * 100);
        return new Trial(
                LinkSpec.parse("rate " + RateText.print(line.bitsPerSecond()) + " limit 2000"),
                LinkSpec.parse(delay + " " + loss, seed(formula, run)),
                LinkSpec.parse(delay),
                formula.window(),
                BEGINNING * formula.window(),
                watched(formula.window()),
                line.messageBytes(),
                formula.timeoutNanos());
    }

    /** Of what a cell is, and of nothing else: it is the same in any sweep. */
    private long seed(Formula formula, int run) {
        long mixed = seed;
        for (long part : new long[] {
            formula.protocol().word().hashCode(), formula.window(), Double.doubleToLongBits(formula.loss()), run
        }) {
            mixed = new SplitMix64(mixed ^ part * 0x9e3779b97f4a7c15L).nextLong();
        }
        return mixed >>> 1;
    }
}
