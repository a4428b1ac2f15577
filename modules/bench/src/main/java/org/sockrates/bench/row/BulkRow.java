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
    private static final String RAW = "raw";
    private static final String ASLEEP = "asleep";

    @Override
    public String word() {
        return "bulk";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        String control = Machine.congestionControl();
        Iperf3 iperf3 = new Iperf3(List.of("-l", "128K", "-C", control), plan);
        Turns turns = new Turns()
                .ours(() -> gigabits(plan, "transport", "spin"))
                .with(RAW, () -> gigabits(plan, "raw", "spin"))
                .with(ASLEEP, () -> gigabits(plan, "transport", "sleep"))
                .with(Iperf3.TOOL, Tools.lacking(List.of(Iperf3.TOOL)), () -> iperf3.bitsPerSecond() / 1e9)
                .take(plan.rounds());
        return new Section(
                word(),
                List.of(
                        "one stream, 128 KiB messages; not pinned; buffers as the system sizes them",
                        "congestion control on both sides: " + control,
                        "ours: non-blocking, four messages gathered in a system call; the receiver spins,",
                        "asleep: the receiver too waits in a selector; raw: bare channels, the receiver spins"),
                List.of(
                        turns.against(Iperf3.TOOL, "tcp bulk", UNIT, Bound.atLeast(1.5)),
                        turns.against(RAW, "tcp bulk", UNIT, Bound.atLeast(0.97)),
                        turns.shown(ASLEEP, Iperf3.TOOL, "tcp bulk, asleep", UNIT)));
    }

    private static double gigabits(Plan plan, String layer, String manner) throws IOException {
        Ours told = plan.told(Map.of("protocol", "tcp", "layer", layer))
                .and("size", 128 * 1024)
                .and("into", 128 * 1024)
                .and("gather", 4)
                .and("buffer", 0);
        return OurEnds.anywhere("bulk-sink", "bulk-source", told.and("manner", manner), told.and("manner", "sleep"))
                        .atServer("bits_per_second")
                / 1e9;
    }
}
