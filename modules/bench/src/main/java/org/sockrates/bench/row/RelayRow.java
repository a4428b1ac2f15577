package org.sockrates.bench.row;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Tools;

/** How good the relay is: how exactly it delays, and how fast it forwards beside socat. */
public final class RelayRow implements Row {
    private static final int DELAY_MILLIS = 10;

    @Override
    public String word() {
        return "relay";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Turns delay = new Turns().ours(() -> lateMillis(plan)).take(plan.rounds());
        Turns datagrams = new Turns().ours(() -> datagrams(plan));
        Turns stream = new Turns().ours(() -> stream(plan));
        Tools.lacking(List.of(Socat.TOOL))
                .ifPresentOrElse(
                        reason -> {
                            datagrams.without(Socat.TOOL, reason);
                            stream.without(Socat.TOOL, reason);
                        },
                        () -> {
                            datagrams.with(Socat.TOOL, () -> datagramsBySocat(plan));
                            stream.with(Socat.TOOL, () -> streamBySocat(plan));
                        });
        datagrams.take(plan.rounds());
        stream.take(plan.rounds());
        Finding late = delay.alone("relay, late beyond 10 ms, p99", "ms", Bound.atMost(2));
        return new Section(
                word(),
                List.of(
                        "late: datagrams one at a time through delay 10ms, from send to the receiver's return",
                        "datagrams: 64 B sent without a pause, counted behind the relay; 4 MiB buffers in both relays",
                        "stream: one, 128 KiB messages; socat -b 131072; no link and no fault; nothing is pinned"),
                List.of(
                        late,
                        datagrams.against(Socat.TOOL, "relay, udp", "thousand datagrams a second", Bound.atLeast(2)),
                        stream.against(Socat.TOOL, "relay, tcp", "Gbit/s at the receiver", Bound.atLeast(1))));
    }

    private static double lateMillis(Plan plan) throws IOException {
        Ours told = Ours.with(Map.of("delay", Integer.toString(DELAY_MILLIS)))
                .and("count", Math.max(100, plan.window().toMillis() / 5));
        try (Child probe = Ours.start(told.command("delay-probe"))) {
            return Ours.result(probe, "p99_ms");
        }
    }

    private static double datagrams(Plan plan) throws IOException {
        Flow flow = Flow.datagrams(plan);
        return flow.through(RelayRow::ours) / 1e3;
    }

    private static double datagramsBySocat(Plan plan) throws IOException {
        return Flow.datagrams(plan).through((target, protocol) -> relay(Socat.udp(target))) / 1e3;
    }

    private static double stream(Plan plan) throws IOException {
        return Flow.stream(plan).through(RelayRow::ours) / 1e9;
    }

    private static double streamBySocat(Plan plan) throws IOException {
        return Flow.stream(plan).through((target, protocol) -> relay(Socat.tcp(target, 128 * 1024))) / 1e9;
    }

    private static Flow.Hop ours(int target, String protocol) throws IOException {
        Child relay = Ours.start(
                Ours.with(Map.of("protocol", protocol)).and("target", target).command("relay"));
        return new Flow.Hop(Ours.port(relay), relay::close);
    }

    private static Flow.Hop relay(Socat socat) {
        return new Flow.Hop(socat.port(), socat::close);
    }
}
