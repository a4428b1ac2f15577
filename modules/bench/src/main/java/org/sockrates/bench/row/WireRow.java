package org.sockrates.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.figure.Skipped;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Tools;
import org.sockrates.wire.Namespace;
import org.sockrates.wire.WireAbility;

/** How good the wire is: how fast it mirrors beside the same in C, what watching costs, and how exactly it delays. */
public final class WireRow implements Row {
    private static final String C = "c";
    private static final String ALONE = "one by one";
    private static final String RULES = "rules";
    private static final String TRACE = "trace";
    private static final String CAPTURE = "capture";
    private static final String IDLE = "drop 900000000 loss 0% duplicate 0% corrupt 0%";
    private static final int ETHERNET = 1_500;
    private static final Map<String, String> DATAGRAM = Map.of("size", "64");
    private static final Bound AS_C = Bound.atLeast(0.95);
    private static final Bound QUARTER = Bound.atLeast(0.75);

    /** Takes one measurement through a mirror. */
    private interface Through {
        double measure(Mirror mirror) throws IOException;
    }

    @Override
    public String word() {
        return "wire";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Optional<String> lacking = WireAbility.look().missing();
        if (lacking.isPresent()) {
            return new Section(word(), List.of(), List.of(new Skipped("wire", lacking.get())));
        }
        List<Finding> findings = new ArrayList<>();
        for (int mtu : new int[] {ETHERNET, 65_000}) {
            findings.addAll(bulk(plan, mtu));
        }
        findings.addAll(storm(plan));
        findings.add(processor(plan));
        findings.addAll(delay(plan));
        return new Section(
                word(),
                List.of(
                        "the mirror in a process of its own, both ends of the traffic in another; not pinned",
                        "c: src/peers/mirror.c, which has no link and keeps no log",
                        "one by one: ours as it is where the kernel has no io_uring, a call of the system for each packet",
                        "rules: " + IDLE + "; trace: an observer is told of every packet as a relay tells it;",
                        "capture: both ends of every packet to a file on this disk; beyond 32 MiB/s their headers, at most 1 GiB",
                        "udp: 64 B without a pause, counted by the kernel at the device as they come back",
                        "processor time: of the mirror's process, by which a busy machine is spoilt less than by a rate",
                        "late: datagrams one at a time through delay 10ms, as the wire hands them to the kernel"),
                findings);
    }

    private static List<Finding> bulk(Plan plan, int mtu) throws IOException {
        Ours told = plan.toldToWarmLonger(Map.of());
        Turns turns = turns(plan, mtu, mirror -> mirror.measured(told, "mirror-bulk", "bytes_per_second") / 1e6);
        return findings(turns, "wire, tcp, mtu " + mtu, "MB/s at the receiver");
    }

    private static List<Finding> storm(Plan plan) throws IOException {
        Ours told = plan.toldToWarmLonger(DATAGRAM);
        Turns turns =
                turns(plan, ETHERNET, mirror -> mirror.measured(told, "mirror-storm", "messages_per_second") / 1e3);
        return findings(turns, "wire, udp 64 B", "thousand datagrams a second");
    }

    private static Finding processor(Plan plan) throws IOException {
        Ours told = plan.toldToWarmLonger(DATAGRAM);
        Through through = mirror -> mirror.measured(told, "mirror-storm", "processor_us");
        return new Turns()
                .ours(() -> through.measure(Mirror.ours(ETHERNET, "", "none")))
                .with(C, Tools.lacking(List.of(Compiled.C)), () -> through.measure(Mirror.c(plan, ETHERNET)))
                .take(plan.rounds())
                .shown(Turns.OURS, C, "wire, udp 64 B, processor time", "us a datagram");
    }

    private static Turns turns(Plan plan, int mtu, Through through) throws IOException {
        Path file = plan.root().resolve("modules/bench/target/wire.pcapng");
        try {
            return new Turns()
                    .ours(() -> through.measure(Mirror.ours(mtu, "", "none")))
                    .with(C, Tools.lacking(List.of(Compiled.C)), () -> through.measure(Mirror.c(plan, mtu)))
                    .with(ALONE, () -> through.measure(Mirror.oneByOne(mtu)))
                    .with(RULES, () -> through.measure(Mirror.ours(mtu, IDLE, "none")))
                    .with(TRACE, () -> through.measure(Mirror.ours(mtu, IDLE, "trace")))
                    .with(CAPTURE, () -> through.measure(Mirror.ours(mtu, "", file.toString())))
                    .take(plan.rounds());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<Finding> findings(Turns turns, String name, String unit) {
        return List.of(
                turns.against(C, name, unit, AS_C),
                turns.shown(ALONE, C, name + ", one by one", unit),
                turns.against(RULES, C, name + ", rules", unit, QUARTER),
                turns.against(TRACE, C, name + ", rules and trace", unit, QUARTER),
                turns.shown(RULES, Turns.OURS, name + ", rules", unit),
                turns.shown(TRACE, Turns.OURS, name + ", rules and trace", unit),
                turns.against(CAPTURE, Turns.OURS, name + ", capture", unit, QUARTER));
    }

    private static List<Finding> delay(Plan plan) throws IOException {
        Turns median = new Turns().ours(() -> lateMillis(plan, "wire_p50_ms")).take(plan.rounds());
        Turns late = new Turns().ours(() -> lateMillis(plan, "wire_p99_ms")).take(plan.rounds());
        Turns received =
                new Turns().ours(() -> lateMillis(plan, "receiver_p99_ms")).take(plan.rounds());
        return List.of(
                median.alone("wire, late beyond 10 ms, p50", "ms", Bound.atMost(0.2)),
                late.alone("wire, late beyond 10 ms, p99", "ms", Bound.atMost(2)),
                received.alone("wire, late beyond 10 ms, p99, with the receiver's wake-up", "ms", Bound.NONE));
    }

    private static double lateMillis(Plan plan, String result) throws IOException {
        Ours told = Ours.with(Map.of("delay", "10"))
                .and("count", Math.max(100, plan.window().toMillis() / 5));
        try (Child probe = Ours.start(Namespace.freshFor(told.command("mirror-delay")))) {
            return Ours.result(probe, result);
        }
    }
}
