package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Pinned;
import org.sockrates.bench.process.Tools;

/** How good the relay is: how exactly it delays, and how fast it forwards beside socat. */
public final class RelayRow implements Row {
    private static final int DELAY_MILLIS = 10;
    private static final int DELAYED = 800; // of 200 the 99th percentile would be one of the two worst
    private static final String C = "c";
    private static final String RAW = "raw";
    private static final String UNIT = "thousand datagrams a second";

    @Override
    public String word() {
        return "relay";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Turns delay = new Turns().ours(() -> lateMillis(plan)).take(plan.rounds());
        Optional<String> lacking = Tools.lacking(List.of(Socat.TOOL, "taskset"));
        Optional<String> noCompiler = Tools.lacking(List.of(Socat.TOOL, "taskset", Compiled.C));
        Turns datagrams = new Turns()
                .ours(() -> datagrams(plan))
                .with(Socat.TOOL, lacking, () -> datagramsBySocat(plan))
                .with(RAW, lacking, () -> datagramsByChannels(plan))
                .with(C, noCompiler, () -> datagramsByC(plan))
                .take(plan.rounds());
        Turns stream = new Turns()
                .ours(() -> stream(plan))
                .with(Socat.TOOL, lacking, () -> streamBySocat(plan))
                .take(plan.rounds());
        Finding late = delay.alone("relay, late beyond 10 ms, p99", "ms", Bound.atMost(2));
        return new Section(
                word(),
                List.of(
                        "late: " + DELAYED
                                + " datagrams one at a time through delay 10ms, behind a fifth as many to warm up,",
                        "from send to the receiver's return",
                        "udp: 64 B without a pause from processor 0, relay on 1, 4 MiB buffers in either relay;",
                        "counted by the kernel at a socket nobody reads, so that no reader is too slow;",
                        "c: src/peers/relay.c, the same two system calls for a datagram, no link and no log;",
                        "raw: the same in Java, bare channels",
                        "tcp: one stream, 128 KiB messages; socat -b 131072; not pinned; no link and no fault"),
                List.of(
                        late,
                        datagrams.against(Socat.TOOL, "relay, udp", UNIT, Bound.atLeast(2)),
                        datagrams.shown(RAW, Socat.TOOL, "relay, udp, raw", UNIT),
                        datagrams.shown(C, Socat.TOOL, "relay, udp, c (src/peers/relay.c)", UNIT),
                        stream.against(Socat.TOOL, "relay, tcp", "Gbit/s at the receiver", Bound.atLeast(1))));
    }

    private static double lateMillis(Plan plan) throws IOException {
        Ours told = Ours.with(Map.of("delay", Integer.toString(DELAY_MILLIS))).and("count", plan.count(DELAYED));
        try (Child probe = Ours.start(told.command("delay-probe"))) {
            return Ours.result(probe, "p99_ms");
        }
    }

    private static double datagrams(Plan plan) throws IOException {
        return Flow.datagrams(plan).through(target -> ours(Pinned.to(1, relay(target, "udp")))) / 1e3;
    }

    private static double datagramsBySocat(Plan plan) throws IOException {
        return Flow.datagrams(plan).through(target -> hop(Socat.udp(target))) / 1e3;
    }

    private static double datagramsByChannels(Plan plan) throws IOException {
        Ours raw = Ours.with(Map.of());
        return Flow.datagrams(plan)
                        .through(target ->
                                ours(Pinned.to(1, raw.and("target", target).command("bare-relay"))))
                / 1e3;
    }

    private static double datagramsByC(Plan plan) throws IOException {
        String relay = Compiled.c(plan, "relay.c").toString();
        return Flow.datagrams(plan).through(target -> ours(Pinned.to(1, List.of(relay, Integer.toString(target)))))
                / 1e3;
    }

    private static double stream(Plan plan) throws IOException {
        return Flow.stream(plan).through(target -> ours(relay(target, "tcp"))) / 1e9;
    }

    private static double streamBySocat(Plan plan) throws IOException {
        return Flow.stream(plan).through(target -> hop(Socat.tcp(target, 128 * 1024))) / 1e9;
    }

    private static List<String> relay(int target, String protocol) {
        return Ours.with(Map.of("protocol", protocol)).and("target", target).command("relay");
    }

    private static Flow.Hop ours(List<String> command) throws IOException {
        Child relay = Ours.start(command);
        return new Flow.Hop(Ours.port(relay), relay);
    }

    private static Flow.Hop hop(Socat socat) {
        return new Flow.Hop(socat.port(), socat);
    }
}
