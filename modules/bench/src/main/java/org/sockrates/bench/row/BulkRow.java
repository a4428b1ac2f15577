package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Machine;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Tools;

/** How fast one TCP stream goes: against iperf3, and against the bare channel under us. */
public final class BulkRow implements Row {
    private static final String UNIT = "Gbit/s at the receiver";

    @Override
    public String word() {
        return "bulk";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        String control = Machine.congestionControl();
        Turns turns =
                new Turns().ours(() -> gigabits(plan, "transport")).with("raw channels", () -> gigabits(plan, "raw"));
        Tools.lacking(List.of(Iperf3.TOOL))
                .ifPresentOrElse(
                        reason -> turns.without(Iperf3.TOOL, reason),
                        () -> turns.with(
                                Iperf3.TOOL,
                                () -> new Iperf3(List.of("-l", "128K", "-C", control), plan).bitsPerSecond() / 1e9));
        turns.take(plan.rounds());
        return new Section(
                word(),
                List.of(
                        "one stream of 128 KiB messages, processes not pinned, buffers as the system has them",
                        "congestion control on both sides: " + control,
                        "ours: non-blocking, four messages gathered into one system call"),
                List.of(
                        turns.against(Iperf3.TOOL, "tcp bulk", UNIT, Bound.atLeast(1.5)),
                        turns.against("raw channels", "tcp bulk", UNIT, Bound.atLeast(0.97))));
    }

    private static double gigabits(Plan plan, String layer) throws IOException {
        Ours told = Ours.with(Map.of("protocol", "tcp", "layer", layer, "manner", "sleep"))
                .and("size", 128 * 1024)
                .and("into", 128 * 1024)
                .and("gather", 4)
                .and("buffer", 0)
                .and("warm", plan.warm().toMillis())
                .and("window", plan.window().toMillis());
        return OurEnds.anywhere("bulk-sink", "bulk-source").atServer(told, "bits_per_second") / 1e9;
    }
}
