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

/** How long a small message takes there and back: against sockperf, and against the bare channel under us. */
public final class PingPongRow implements Row {
    private static final String UNIT = "us there and back, median of a run";
    private static final String RAW = "raw";
    private static final int MESSAGE_BYTES = 64;

    @Override
    public String word() {
        return "pingpong";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(measure(plan, false, false, 1.15));
        findings.addAll(measure(plan, true, false, 1.12));
        findings.addAll(measure(plan, false, true, 1.20));
        findings.addAll(measure(plan, true, true, 1.05));
        return new Section(
                word(),
                List.of(
                        "64-byte messages; raw: bare channels waiting alike; sockperf ping-pong --full-rtt",
                        "blocking: both ends pinned to processor 0, asleep in the system call",
                        "spinning: pinned to processors 0 and 1, non-blocking; sockperf --nonblocked"),
                findings);
    }

    private static List<Finding> measure(Plan plan, boolean udp, boolean spinning, double atMost) throws IOException {
        Sockperf sockperf = new Sockperf(udp, spinning, MESSAGE_BYTES, plan);
        Turns turns = new Turns()
                .ours(() -> micros(plan, udp, spinning, "transport"))
                .with(RAW, () -> micros(plan, udp, spinning, "raw"))
                .with(Sockperf.TOOL, Tools.lacking(List.of(Sockperf.TOOL, "taskset")), sockperf::medianMicros)
                .take(plan.rounds());
        String name = (udp ? "udp" : "tcp") + (spinning ? " spinning" : " blocking");
        return List.of(
                turns.against(Sockperf.TOOL, name, UNIT, Bound.atMost(atMost)),
                turns.against(RAW, name, UNIT, Bound.atMost(1.03)));
    }

    private static double micros(Plan plan, boolean udp, boolean spinning, String layer) throws IOException {
        Ours told = plan.told(Map.of("protocol", udp ? "udp" : "tcp", "layer", layer))
                .and("manner", spinning ? "spin" : "block")
                .and("size", MESSAGE_BYTES)
                .and("buffer", 0);
        return OurEnds.anywhere("pong", "ping", told, told)
                .pinned(0, spinning ? 1 : 0)
                .atClient("p50");
    }
}
