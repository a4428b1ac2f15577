package org.sockrates.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sockrates.bench.figure.Failed;
import org.sockrates.bench.figure.JsonText;
import org.sockrates.bench.figure.MarkdownText;
import org.sockrates.bench.figure.Report;
import org.sockrates.bench.figure.Section;
import org.sockrates.bench.figure.TableText;
import org.sockrates.bench.process.Machine;
import org.sockrates.bench.row.BulkRow;
import org.sockrates.bench.row.CrowdRow;
import org.sockrates.bench.row.HelloRow;
import org.sockrates.bench.row.OneWayRow;
import org.sockrates.bench.row.PingPongRow;
import org.sockrates.bench.row.Plan;
import org.sockrates.bench.row.RelayRow;
import org.sockrates.bench.row.Row;
import org.sockrates.bench.row.SimRow;
import org.sockrates.bench.row.StartRow;
import org.sockrates.bench.row.WireRow;

/** Takes the rows that were asked for, prints each as it is ready, and writes the files. Status 1: a goal was missed. */
public final class Bench {
    private static final List<Row> ROWS = List.of(
            new BulkRow(),
            new PingPongRow(),
            new OneWayRow(),
            new HelloRow(),
            new CrowdRow(),
            new StartRow(),
            new RelayRow(),
            new WireRow(),
            new SimRow());

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        Request request;
        try {
            request = Request.of(arguments, ROWS.stream().map(Row::word).toList());
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(Request.USAGE);
            System.exit(2);
            return;
        }
        Report report = take(request, "scripts/bench " + String.join(" ", arguments));
        if (request.json().isPresent()) {
            Files.writeString(request.json().get(), JsonText.of(report));
        }
        if (request.markdown().isPresent()) {
            Files.writeString(request.markdown().get(), MarkdownText.of(report));
        }
        System.exit(report.holds() ? 0 : 1);
    }

    private static Report take(Request request, String command) throws IOException {
        Path root = Path.of(System.getProperty("bench.root", "."));
        Plan plan = request.quick() ? Plan.quick(root) : Plan.full(root);
        Map<String, String> machine = Machine.facts();
        machine.forEach((name, value) -> System.out.println(name + ": " + value));
        System.out.println();
        System.out.println(TableText.head());
        List<Section> sections = new ArrayList<>();
        for (Row row : ROWS) {
            if (request.asksFor(row.word())) {
                Section section = measured(row, plan);
                TableText.of(section).forEach(System.out::println);
                sections.add(section);
            }
        }
        return new Report(command.strip(), machine, List.copyOf(sections));
    }

    private static Section measured(Row row, Plan plan) {
        try {
            return row.measure(plan);
        } catch (IOException failure) {
            return new Section(
                    row.word(), List.of(), List.of(new Failed(row.word(), String.valueOf(failure.getMessage()))));
        }
    }
}
