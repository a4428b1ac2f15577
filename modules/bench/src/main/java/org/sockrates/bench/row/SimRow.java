package org.sockrates.bench.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockrates.bench.figure.Bound;
import org.sockrates.bench.figure.Finding;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.process.Child;
import org.sockrates.bench.process.Ours;
import org.sockrates.bench.process.Tools;

/**
 * How good the simulator and its protocols are: how fast, beside ns-3 on the same link and beside datagrams on this
 * machine; how well they keep to the formulas, and the model of TCP to the kernel.
 */
public final class SimRow implements Row {
    private static final String NS3 = "ns-3";
    private static final Path NS3_HEADERS = Path.of("/usr/include/ns3/core-module.h");
    private static final int BYTES = 50_000_000;
    private static final int SEGMENT = 1_400;
    private static final Pattern SAID = Pattern.compile("^delivered (\\d+) seconds (\\S+)");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public String word() {
        return "sim";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Ours small = told(plan, 64, 100_000, "rdt-gbn", "delay 10ms loss 1%", 8);
        Ours bulk = told(plan, SEGMENT, BYTES / SEGMENT, "rdt-sr", "rate 100mbit delay 10ms loss 1% limit 2000", 64);
        List<Finding> findings = new ArrayList<>();
        findings.add(new Turns()
                .ours(() -> measured(small, "events_per_second") / 1e6)
                .take(plan.rounds())
                .alone("sim, rdt-gbn 64 B", "million events a second", Bound.atLeast(2)));
        findings.add(new Turns()
                .ours(() -> measured(bulk, "messages_per_second") / 1e3)
                .with(NS3, lacking(), () -> ns3(plan))
                .take(plan.rounds())
                .against(NS3, "sim, rdt-sr 1400 B", "thousand segments delivered a second", Bound.atLeast(10)));
        findings.add(new Turns()
                .ours(() -> seeds(plan))
                .take(plan.rounds())
                .alone("rdt check, rdt-gbn", "seeds a second", Bound.atLeast(1_000)));
        findings.add(ReliableBulk.measure(plan));
        findings.addAll(FormulaGrid.measure(plan));
        findings.addAll(ModelGrid.measure(plan));
        return new Section(word(), how(), findings);
    }

    private static List<String> how() {
        List<String> how = new ArrayList<>(List.of(
                "one thread, each side in a process of its own; not pinned",
                "events: window 8, link delay 10ms loss 1%, runs of 100,000 messages, one after another",
                "segments: 50 MB in 1,400 B over 100 Mbit/s, 10 ms, 1 % loss; rdt-sr with window 64, and",
                "ns-3's TCP (its default, buffers of 1 MiB), whose models do more for a segment than ours",
                "rdt check: 200 messages of 64 B, window 8, 20 % loss, every invariant asked after every event",
                ReliableBulk.HOW,
                FormulaGrid.HOW));
        how.addAll(ModelGrid.HOW);
        return List.copyOf(how);
    }

    private static double seeds(Plan plan) throws IOException {
        Ours told = plan.told(Map.of("loss", "20"))
                .and("count", 200)
                .and("size", 64)
                .and("of", 8);
        try (Child child = Ours.start(told.command("check"))) {
            return Ours.result(child, "seeds_per_second");
        }
    }

    private static Ours told(Plan plan, int size, int count, String protocol, String link, int window) {
        return plan.told(Map.of("protocol", protocol, "link", link))
                .and("size", size)
                .and("count", count)
                .and("of", window);
    }

    private static double measured(Ours told, String result) throws IOException {
        try (Child child = Ours.start(told.command("sim"))) {
            return Ours.result(child, result);
        }
    }

    private static Optional<String> lacking() {
        return Files.exists(NS3_HEADERS)
                ? Tools.lacking(List.of(Compiled.CPP))
                : Optional.of("ns-3 not found (Debian: ns3 libns3-dev)");
    }

    private static double ns3(Plan plan) throws IOException {
        try (Child child = Child.start(List.of(program(plan).toString(), Integer.toString(BYTES)), LIMIT)) {
            Matcher said = child.await(SAID);
            return Double.parseDouble(said.group(1)) / Double.parseDouble(said.group(2)) / 1e3;
        }
    }

    private static Path program(Plan plan) throws IOException {
        List<String> parts = List.of("applications", "point-to-point", "internet", "network", "core");
        return Compiled.cpp(
                plan, "segments.cc", parts.stream().map(part -> "-lns3-" + part).toList());
    }
}
