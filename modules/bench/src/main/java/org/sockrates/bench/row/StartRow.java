package org.sockrates.bench.row;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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
import org.sockrates.bench.process.Python;
import org.sockrates.bench.process.Timed;
import org.sockrates.bench.process.Tools;

/** How soon the kit is ready, as it is typed: {@code scripts/sockrates}, built and with its class archive made. */
public final class StartRow implements Row {
    @Override
    public String word() {
        return "start";
    }

    @Override
    public Section measure(Plan plan) throws IOException {
        Optional<String> lacking = Tools.lacking(List.of(Python.TOOL));
        Path launcher = plan.root().resolve("scripts/sockrates");
        if (lacking.isPresent() || !Files.isExecutable(launcher)) {
            return new Section(
                    word(), List.of(), List.of(new Skipped("start", lacking.orElse("no scripts/sockrates"))));
        }
        String sockrates = launcher.toString();
        Timed.run(List.of(sockrates, "help"));
        List<Finding> findings = new ArrayList<>();
        findings.add(prompt(plan, sockrates));
        findings.add(client(plan, sockrates));
        findings.add(lab(plan, sockrates));
        return new Section(
                word(),
                List.of(
                        "wall time from the start of scripts/sockrates, which was built before and made its archive",
                        "prompt: until \"tcp> \" shows in a terminal of 80x24; jshell: until it has ended again",
                        "python: server and client of the same exchange in one process of the interpreter itself"),
                findings);
    }

    private static Finding prompt(Plan plan, String sockrates) throws IOException {
        List<String> jshell = List.of("jshell", "-s", plan.peer("nothing.jsh"));
        return new Turns()
                .ours(() -> promptSeconds(plan, sockrates))
                .with("jshell", Tools.lacking(List.of("jshell")), () -> Timed.run(jshell))
                .take(plan.rounds())
                .beside("jshell", "prompt", "s", Bound.atMost(0.30));
    }

    private static double promptSeconds(Plan plan, String sockrates) throws IOException {
        try (Child terminal = Python.start(plan.peer("prompt.py"), "tcp> ", sockrates)) {
            return Ours.result(terminal, "seconds");
        }
    }

    private static Finding client(Plan plan, String sockrates) throws IOException {
        try (Child server = Ours.start(
                Ours.with(Map.of("style", "iterative")).and("ports", 1).command("hello-server"))) {
            String port = Integer.toString(Ours.port(server));
            return withPython(plan, () -> Timed.run(List.of(sockrates, "client", "tcp", "127.0.0.1", port, "hello")))
                    .take(plan.rounds())
                    .beside("python", "one-shot client", "s", Bound.atMost(0.15));
        }
    }

    private static Finding lab(Plan plan, String sockrates) throws IOException {
        Optional<Path> first = firstLab(plan.root().resolve("scripts/labs"));
        if (first.isEmpty()) {
            return new Skipped("hello lab", "no scripts/labs/01*.lab");
        }
        String lab = first.get().toString();
        return withPython(plan, () -> Timed.run(List.of(sockrates, "run", lab)))
                .take(plan.rounds())
                .beside("python", "hello lab", "s", Bound.atMost(0.25));
    }

    private static Turns withPython(Plan plan, Turns.Contender ours) {
        return new Turns().ours(ours).with("python", () -> Timed.run(Python.command(plan.peer("hello_both.py"))));
    }

    private static Optional<Path> firstLab(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> labs = Files.newDirectoryStream(folder, "01*.lab")) {
            for (Path lab : labs) {
                return Optional.of(lab);
            }
        }
        return Optional.empty();
    }
}
