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
                        "datagrams counted at the receiver, sent without a pause; processes not pinned",
                        "both socket buffers 208 KiB on both sides: SO_RCVBUF, SO_SNDBUF; iperf3 -u -b 0 -w 208K"),
                findings);
    }

    private static List<Finding> measure(Plan plan, int size, double atLeast) throws IOException {
        Turns turns = new Turns()
                .ours(() -> thousands(plan, size, "transport"))
                .with("raw", () -> thousands(plan, size, "raw"));
        List<String> options = List.of("-u", "-b", "0", "-w", BUFFER_BYTES / 1024 + "K", "-l", Integer.toString(size));
        Tools.lacking(List.of(Iperf3.TOOL))
                .ifPresentOrElse(
                        reason -> turns.without(Iperf3.TOOL, reason),
                        () -> turns.with(Iperf3.TOOL, () -> new Iperf3(options, plan).bitsPerSecond() / 8e3 / size));
        turns.take(plan.rounds());
        String name = "udp one way " + size + " B";
        return List.of(
                turns.against(Iperf3.TOOL, name, "thousand messages a second", Bound.atLeast(atLeast)),
                turns.against("raw", name, "thousand messages a second", Bound.atLeast(0.97)));
    }

    private static double thousands(Plan plan, int size, String layer) throws IOException {
        Ours told = Ours.with(Map.of("protocol", "udp", "layer", layer, "manner", "block"))
                .and("size", size)
                .and("buffer", BUFFER_BYTES)
                .and("warm", plan.warm().toMillis())
                .and("window", plan.window().toMillis());
        return OurEnds.anywhere("storm-sink", "storm-source").atServer(told, "messages_per_second") / 1e3;
    }
}
