package org.sockrates.shell.sim;

import com.beust.jcommander.Parameter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockrates.shell.chart.WidthValue;
import org.sockrates.sim.formula.Sweep;
import org.sockrates.sim.formula.TextbookLine;
import org.sockrates.transport.UsageException;
import org.sockrates.transport.rdt.Protocol;
import org.sockrates.transport.rdt.ProtocolSettings;
import org.sockrates.transport.text.RateText;
import org.sockrates.transport.text.WholeText;

/** What only a sweep can be told: its line, its cells, and how it is shown. */
final class SweepOptions {
    private static final int MOST_WINDOWS = 16;
    private static final int USUAL_RUNS = 10;

    @Parameter(names = "--loss", description = "for sweep: of data, a range or a list (0..30%)", placeholder = "LOSSES")
    private @Nullable String loss;

    @Parameter(names = "--delay", description = "for sweep: one way (50ms)", placeholder = "TIME")
    private @Nullable Duration delay;

    @Parameter(names = "--rate", description = "for sweep: of the wire, for data (1mbit)", placeholder = "RATE")
    private @Nullable String rate;

    @Parameter(
            names = "--repeat",
            description = "for sweep: runs a cell, each from a seed of its own (" + USUAL_RUNS + ")",
            placeholder = "N")
    private @Nullable Integer repeat;

    @Parameter(names = "--csv", description = "for sweep: write the figures there, too", placeholder = "FILE")
    private @Nullable String csv;

    @Parameter(names = "--force", description = "for sweep: overwrite a file that exists")
    private boolean force;

    @Parameter(
            names = "--width",
            description = "for sweep: columns of a chart, 40 to 500 (the terminal's, or 80)",
            placeholder = "N",
            converter = WidthValue.class)
    private @Nullable Integer width;

    SweepOptions() {}

    Sweep sweep(String where, List<Protocol> protocols, String windows, int count, int size, long seed) {
        TextbookLine line = new TextbookLine(
                RateText.parse(where + ": --rate", rate == null ? "1mbit" : rate),
                delay == null ? Duration.ofMillis(50) : delay,
                size);
        List<Double> losses = LossRange.parse(where + ": --loss", loss == null ? "0..30%" : loss);
        int runs = repeat == null ? USUAL_RUNS : repeat;
        return new Sweep(line, protocols, windows(where + ": --window", windows), losses, count, runs, seed);
    }

    private static List<Integer> windows(String where, String text) {
        List<String> parts = List.of(text.split(",", -1));
        if (parts.size() > MOST_WINDOWS) {
            throw new UsageException(where + ": " + parts.size() + " of them (expected: at most " + MOST_WINDOWS + ")");
        }
        return parts.stream()
                .map(part -> WholeText.parse(where, part, 1, ProtocolSettings.MOST_WINDOW))
                .distinct()
                .sorted()
                .toList();
    }

    @Nullable
    Integer width() {
        return width;
    }

    @Nullable
    String csv() {
        return csv;
    }

    boolean force() {
        return force;
    }
}
