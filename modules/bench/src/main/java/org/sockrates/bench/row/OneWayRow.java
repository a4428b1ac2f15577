package org.sockrates.bench.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Tools;

/** How many datagrams a second arrive when nobody holds back: against iperf3, and against the bare channel. */
public final class OneWayRow implements Row {
    private static final String UNIT = "thousand messages a second";
    private static final String RAW = "raw";
    private static final String ASLEEP = "asleep";
    private static final int BUFFER_BYTES = 208 * 1024;

    @Override
    public String word() {
        return "oneway";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(measure(plan, 64, 1.05));
        findings.addAll(measure(plan, 1_400, 0.95));
        return new Section(
                word(),
                List.of(
                        "datagrams counted at the receiver, sent without a pause; not pinned",
                        "both socket buffers 208 KiB on both sides: SO_RCVBUF, SO_SNDBUF; iperf3 -u -b 0 -w 208K",
                        "ours: the receiver spins; asleep: it sleeps in the system call; raw: bare channels, spinning"),
                findings);
    }

    private static List<Finding> measure(Plan plan, int size, double atLeast) throws IOException {
        List<String> options = List.of("-u", "-b", "0", "-w", BUFFER_BYTES / 1024 + "K", "-l", Integer.toString(size));
        Iperf3 iperf3 = new Iperf3(options, plan);
        Turns turns = new Turns()
                .ours(() -> thousands(plan, size, "transport", "spin"))
                .with(RAW, () -> thousands(plan, size, "raw", "spin"))
                .with(ASLEEP, () -> thousands(plan, size, "transport", "block"))
                .with(Iperf3.TOOL, Tools.lacking(List.of(Iperf3.TOOL)), () -> iperf3.bitsPerSecond() / 8e3 / size)
                .take(plan.rounds());
        String name = "udp one way " + size + " B";
        return List.of(
                turns.against(Iperf3.TOOL, name, UNIT, Bound.atLeast(atLeast)),
                turns.against(RAW, name, UNIT, Bound.atLeast(0.97)),
                turns.shown(ASLEEP, Iperf3.TOOL, name + ", asleep", UNIT));
    }

    private static double thousands(Plan plan, int size, String layer, String manner) throws IOException {
        Ours told = plan.told(Map.of("protocol", "udp", "layer", layer))
                .and("size", size)
                .and("buffer", BUFFER_BYTES);
        return OurEnds.anywhere("storm-sink", "storm-source", told.and("manner", manner), told.and("manner", "block"))
                        .atServer("messages_per_second")
                / 1e3;
    }
}
